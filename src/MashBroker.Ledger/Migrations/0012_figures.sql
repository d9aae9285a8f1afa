-- What figures are counted by must not grow with the years that a ledger holds.

create index contacts_by_receipt on contacts (received_at);
create index contacts_by_decision on contacts (decision_due_at) where decision_due_at is not null;
create index enquiries_by_publication on enquiries (published_at);
create index enquiries_by_decision on enquiries (decision_due_at);

-- Professional, member of the public or family: a code and nobody's name. Null for contacts of before.
alter table contacts add column referrer_kind text null;
