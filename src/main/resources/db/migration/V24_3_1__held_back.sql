-- Leavers who are held back because nobody takes over what they lead: when they are next looked at. Nothing in Entra
-- tells that somebody has found a successor in the product.
create table held_back (
  target_no int not null,
  person_id varchar(64) not null,
  times     int not null,
  next_at   timestamp(3) with time zone not null,
  primary key (target_no, person_id)
);
