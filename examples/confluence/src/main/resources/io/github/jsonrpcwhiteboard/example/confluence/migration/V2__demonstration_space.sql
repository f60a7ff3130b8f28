-- A migration, because a migration runs once: what users do to this space afterwards stays done.
insert into space (space_key, name, description, creator, created)
values ('DS', 'Demonstration Space', 'A space to try things out in.', 'admin', current_timestamp);

insert into content (content_type, space_key, title, body, creator, created, modifier, modified)
values ('page', 'DS', 'Welcome',
  '<p>This is the home page of the demonstration space. Everything in it may be changed.</p>',
  'admin', current_timestamp, 'admin', current_timestamp);

update space set home_page = (select id from content where title = 'Welcome') where space_key = 'DS';

insert into content (content_type, space_key, parent, title, body, creator, created, modifier, modified)
select 'page', 'DS', home_page, page.title, page.body, 'admin', current_timestamp, 'admin', current_timestamp
from space, (values
  ('Read a page', '<p>Call <code>getPage</code> with a space key and a title, or with an id.</p>'),
  ('Change a page', '<p>Call <code>storePage</code> with what <code>getPage</code> returned. The version tells whether '
    || 'somebody else was faster.</p>'),
  ('Remove a page', '<p>Call <code>removePage</code> with an id. The page goes to the trash.</p>')
) as page (title, body)
where space_key = 'DS';
