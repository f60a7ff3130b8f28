-- password_hash is null where the host checks the password.
create table user_account (
  id bigint default next value for object_id primary key,
  user_key varchar(64) not null unique,
  name varchar_ignorecase(255) not null unique,
  fullname varchar(255) default '' not null,
  email varchar(255) default '' not null,
  password_hash varchar(255),
  active boolean default true not null,
  about clob default '' not null,
  about_version integer default 1 not null,
  creator varchar,
  created timestamp(3) with time zone not null,
  modifier varchar,
  modified timestamp(3) with time zone not null,
  picture_name varchar(255),
  picture_type varchar(255),
  picture blob
);

create table user_group (
  name varchar_ignorecase(255) primary key
);

create table membership (
  group_name varchar_ignorecase(255) not null references user_group (name) on update cascade on delete cascade,
  user_name varchar_ignorecase(255) not null references user_account (name) on update cascade on delete cascade,
  primary key (user_name, group_name)
);

create table preference (
  user_name varchar_ignorecase(255) not null references user_account (name) on update cascade on delete cascade,
  pref_key varchar(255) not null,
  pref_value clob,
  primary key (user_name, pref_key)
);

-- In both: a user, or a group, or neither, which is everybody.
create table global_permission (
  permission varchar(32) not null,
  user_name varchar_ignorecase(255) references user_account (name) on update cascade on delete cascade,
  group_name varchar_ignorecase(255) references user_group (name) on update cascade on delete cascade,
  unique nulls not distinct (permission, user_name, group_name)
);

create table space_permission (
  space_key varchar_ignorecase(255) not null references space (space_key) on delete cascade,
  permission varchar(32) not null,
  user_name varchar_ignorecase(255) references user_account (name) on update cascade on delete cascade,
  group_name varchar_ignorecase(255) references user_group (name) on update cascade on delete cascade,
  unique nulls not distinct (space_key, permission, user_name, group_name)
);

-- A user, or a group, or neither, where these have gone: a page must not open to all with the last who may view it.
create table content_permission (
  content_id bigint not null references content (id) on delete cascade,
  permission varchar(8) not null,
  user_name varchar_ignorecase(255) references user_account (name) on update cascade on delete set null,
  group_name varchar_ignorecase(255) references user_group (name) on update cascade on delete set null
);
create index content_permission_content on content_permission (content_id, permission);

insert into user_group (name) values ('confluence-users'), ('confluence-administrators');

insert into global_permission (permission, group_name) values
  ('USECONFLUENCE', 'confluence-users'),
  ('VIEWUSERPROFILES', 'confluence-users'),
  ('PERSONALSPACE', 'confluence-users'),
  ('CREATESPACE', 'confluence-users'),
  ('ADMINISTRATECONFLUENCE', 'confluence-administrators'),
  ('SYSTEMADMINISTRATOR', 'confluence-administrators');

-- Up to now everybody could do everything; from now on all but giving permissions.
insert into space_permission (space_key, permission, group_name)
select space_key, permission, 'confluence-users' from space, (values
  ('VIEWSPACE'), ('EDITSPACE'), ('EXPORTPAGE'), ('SETPAGEPERMISSIONS'), ('REMOVEPAGE'), ('EDITBLOG'), ('REMOVEBLOG'),
  ('COMMENT'), ('REMOVECOMMENT'), ('CREATEATTACHMENT'), ('REMOVEATTACHMENT'), ('REMOVEMAIL'), ('EXPORTSPACE'),
  ('REMOVEOWNCONTENT')
) as permission (permission);
