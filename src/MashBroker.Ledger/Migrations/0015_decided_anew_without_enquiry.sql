-- When the decision on a contact without an enquiry was made that stands in the place of another; null: the first stands. By rated_at,
-- when the first was made, it is told whether the contact was decided in time.
alter table contacts add column decided_anew_at text null;
