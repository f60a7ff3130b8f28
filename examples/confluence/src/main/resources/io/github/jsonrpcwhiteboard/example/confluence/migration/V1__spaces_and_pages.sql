-- One sequence for all kinds of object, so that a label or an attachment can belong to any of them by its id.
create sequence object_id;

create table space (
  id bigint default next value for object_id primary key,
  space_key varchar_ignorecase(255) not null unique,
  name varchar(255) not null,
  space_type varchar(16) default 'global' not null,
  description clob default '' not null,
  space_group varchar(255),
  home_page bigint,
  creator varchar,
  created timestamp(3) with time zone not null
);

-- live_title: titles are unique among the pages of a space, but not among those in its trash.
create table content (
  id bigint default next value for object_id primary key,
  content_type varchar(16) not null,
  space_key varchar_ignorecase(255) not null references space (space_key) on delete cascade,
  parent bigint references content (id) on delete set null,
  title varchar_ignorecase(255) not null,
  body clob not null,
  status varchar(16) default 'current' not null,
  version integer default 1 not null,
  version_comment varchar,
  minor_edit boolean default false not null,
  creator varchar,
  created timestamp(3) with time zone not null,
  modifier varchar,
  modified timestamp(3) with time zone not null,
  live_title varchar_ignorecase(255) generated always as
    (case when content_type = 'page' and status = 'current' then title end),
  unique (space_key, live_title)
);

create index content_parent on content (parent);

alter table space add foreign key (home_page) references content (id) on delete set null;
