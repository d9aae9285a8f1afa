-- An agency whose request was withdrawn can be asked again in the same enquiry, by a request of its own. The table is made anew,
-- because one request for each agency was a rule of it; rows keep their order, which is that of the hub's profile. Returns and
-- questions refer to it: that they do is looked at when the transaction ends.

pragma defer_foreign_keys = on;

create temporary table requests_before as select * from requests order by rowid;

drop table requests;

create table requests (
    id text not null primary key,
    enquiry_reference text not null references enquiries (reference),
    agency text not null,
    agency_name text not null,
    state text not null,
    not_asked_reason text null,
    due_at text not null,
    digest text null,
    sealed_at text null,
    sent_at text null,
    times_sent integer not null default 0,
    receipted_at text null,
    answer text null,
    answered_at text null,
    parts integer not null default 0,
    late integer not null default 0,
    missing integer not null default 0,
    -- Start of its own clock, where it is not the enquiry's publication: asked later or again, or asked anew after it had answered.
    asked_at text null,
    -- Pre-warnings of such a request, as a plan has them; null: those of its enquiry's plan.
    warnings_json text null,
    withdrawn_at text null,
    chasers integer not null default 0,
    chased_at text null,
    -- It had been answered in whole when it was withdrawn. Not told by the instants: both can fall into one millisecond.
    answered_when_withdrawn integer not null default 0,
    -- When its agency was asked again by another request; null for the one that counts.
    replaced_at text null
) strict;

insert into requests (
    id, enquiry_reference, agency, agency_name, state, not_asked_reason, due_at, digest, sealed_at, sent_at, times_sent,
    receipted_at, answer, answered_at, parts, late, missing, asked_at, warnings_json, withdrawn_at, chasers, chased_at
)
select
    id, enquiry_reference, agency, agency_name, state, not_asked_reason, due_at, digest, sealed_at, sent_at, times_sent,
    receipted_at, answer, answered_at, parts, late, missing, asked_at, warnings_json, withdrawn_at, chasers, chased_at
from requests_before
order by rowid;

drop table requests_before;

create index requests_by_state on requests (state, due_at);
create index requests_by_enquiry on requests (enquiry_reference, agency);
create unique index requests_that_count on requests (enquiry_reference, agency) where replaced_at is null;
