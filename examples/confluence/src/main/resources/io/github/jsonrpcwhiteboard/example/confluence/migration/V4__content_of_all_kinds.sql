-- content_type is page, blogpost or comment. container: what a comment is on. position: among siblings; null comes last.
-- removed: when it came to the trash.
alter table content add column container bigint references content (id) on delete cascade;
alter table content add column position integer;
alter table content add column removed timestamp(3) with time zone;
create index content_container on content (container);
create index content_space_type on content (space_key, content_type, status);

-- Earlier versions. Their ids are their own.
create table history (
  id bigint default next value for object_id primary key,
  content_id bigint not null references content (id) on delete cascade,
  version integer not null,
  title varchar(255) not null,
  body clob not null,
  version_comment varchar,
  minor_edit boolean not null,
  modifier varchar,
  modified timestamp(3) with time zone not null,
  unique (content_id, version)
);

-- The pages that a content links to, by title: so that a page can be renamed without looking at all others.
create table link (
  content_id bigint not null references content (id) on delete cascade,
  space_key varchar_ignorecase(255) not null,
  title varchar_ignorecase(255) not null,
  primary key (content_id, space_key, title)
);
create index link_target on link (space_key, title);

create table space_group (
  group_key varchar_ignorecase(255) primary key,
  name varchar(255) not null,
  license_key clob,
  creator varchar
);
insert into space_group (group_key, name) select distinct space_group, space_group from space where space_group is not null;
alter table space alter column space_group varchar_ignorecase(255);
alter table space add foreign key (space_group) references space_group (group_key) on delete set null;
alter table space add column status varchar(16) default 'CURRENT' not null;

-- version is the newest one's.
create table attachment (
  id bigint default next value for object_id primary key,
  content_id bigint not null references content (id) on delete cascade,
  file_name varchar_ignorecase(255) not null,
  version integer not null,
  unique (content_id, file_name)
);

-- title is null where it is the file's name.
create table attachment_version (
  attachment_id bigint not null references attachment (id) on delete cascade,
  version integer not null,
  title varchar(255),
  content_type varchar(255) not null,
  comment varchar(255),
  file_size bigint not null,
  creator varchar,
  created timestamp(3) with time zone not null,
  data blob not null,
  primary key (attachment_id, version)
);

-- Only labels of the namespace my have an owner.
create table label (
  id bigint default next value for object_id primary key,
  name varchar_ignorecase(255) not null,
  namespace varchar(16) not null,
  owner varchar_ignorecase(255) references user_account (name) on update cascade on delete cascade,
  unique nulls not distinct (namespace, name, owner)
);

-- Either on a content or on a space.
create table label_use (
  label_id bigint not null references label (id) on delete cascade,
  content_id bigint references content (id) on delete cascade,
  space_key varchar_ignorecase(255) references space (space_key) on delete cascade,
  creator varchar,
  created timestamp(3) with time zone not null,
  unique nulls not distinct (label_id, content_id, space_key)
);
create index label_use_content on label_use (content_id);

-- Either a content or a space.
create table watch (
  user_name varchar_ignorecase(255) not null references user_account (name) on update cascade on delete cascade,
  content_id bigint references content (id) on delete cascade,
  space_key varchar_ignorecase(255) references space (space_key) on delete cascade,
  unique nulls not distinct (user_name, content_id, space_key)
);

-- What the search index does not know yet: ids of contents, attachments, spaces and users. Written in the transaction
-- that changes the object, and so neither lost nor too early.
create table index_queue (
  id bigint generated always as identity primary key,
  object_id bigint not null
);
insert into index_queue (object_id) select id from space union all select id from content;

-- Who may fetch an export or backup. space_key: null for the whole site. everything: also what its creator may not view.
create table archive (
  name varchar(255) primary key,
  space_key varchar_ignorecase(255),
  creator varchar_ignorecase(255) references user_account (name) on update cascade on delete set null,
  created timestamp(3) with time zone not null,
  everything boolean not null
);
