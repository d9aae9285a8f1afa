-- Times are UTC, ISO 8601 with milliseconds and Z: they sort as text.
-- What may name a person stands in columns called content, letter, sealed, evidence, bytes, json and html, and nowhere else.

create table numbers (
    name text not null primary key,
    last integer not null
) strict;

create table contacts (
    reference text not null primary key,
    submission_key text not null unique,
    state text not null,
    received_at text not null,
    written_at text not null,
    content blob not null,
    triage_json text null,
    qualifies integer null,
    suggested_rating text null,
    rating text null,
    rated_by text null,
    rated_role text null,
    rating_reason text null,
    rated_at text null,
    enquiry_reference text null,
    -- When what triage found can change by waiting alone (a child still missing); null when it cannot.
    retriage_at text null,
    decision_due_at text null,
    undecided_flagged_at text null
) strict;

create index contacts_by_state on contacts (state, written_at);
create index contacts_by_retriage on contacts (retriage_at) where retriage_at is not null;
create index contacts_undecided on contacts (decision_due_at)
    where state in ('Received', 'Triaged', 'RatingConfirmed') and undecided_flagged_at is null;

create table enquiries (
    reference text not null primary key,
    contact_reference text not null unique references contacts (reference),
    rating text not null,
    state text not null,
    published_at text not null,
    return_due_at text not null,
    decision_due_at text not null,
    all_in_at text null,
    raised_by text not null,
    plan_json text not null,
    content blob not null,
    -- The next instant at which a flag can fall due; null when none can any more.
    next_clock_at text null,
    pack_version integer not null default 0,
    version integer not null default 1
) strict;

create index enquiries_by_deadline on enquiries (return_due_at);
create index enquiries_by_next_clock on enquiries (next_clock_at) where next_clock_at is not null;

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
    unique (enquiry_reference, agency)
) strict;

create index requests_by_state on requests (state, due_at);

-- Everything the hub says to an agency, in the order it was decided. A row is written in the transaction that decides it.
create table outbox (
    position integer not null primary key autoincrement,
    letter_id text not null unique,
    type text not null,
    agency text not null,
    rating text not null,
    enquiry_reference text null,
    request_id text null,
    -- The letter this one answers, so that an answer can be repeated when the letter comes again.
    in_reply_to text null,
    letter blob null,
    sealed blob null,
    evidence blob null,
    digest text null,
    created_at text not null,
    sealed_at text null,
    sent_at text null,
    times_sent integer not null default 0,
    next_attempt_at text not null,
    expires_at text not null,
    settled_at text null
) strict;

create index outbox_to_send on outbox (settled_at, next_attempt_at);
create index outbox_by_request on outbox (request_id);
create index outbox_by_answered on outbox (in_reply_to) where in_reply_to is not null;

-- What was taken in, to tell a duplicate (same id, digest, signer and lane) from a replay (anything else the same id).
create table inbox (
    letter_id text not null primary key,
    digest text not null,
    signer text not null,
    lane text not null,
    type text not null,
    received_at text not null,
    times_received integer not null default 1,
    expires_at text not null
) strict;

create table returns (
    position integer not null primary key autoincrement,
    letter_id text not null unique,
    request_id text not null references requests (id),
    enquiry_reference text not null,
    agency text not null,
    part integer not null,
    revision integer not null,
    final integer not null,
    answer text not null,
    received_at text not null,
    late integer not null,
    digest text not null,
    content blob not null,
    evidence blob not null,
    clock_skew_seconds integer null
) strict;

create index returns_by_enquiry on returns (enquiry_reference);

-- Signed receipts of agencies: the proof that a request is on their disk.
create table receipts (
    letter_id text not null primary key,
    request_id text null,
    agency text not null,
    acknowledges text not null,
    digest text not null,
    received_at text not null,
    evidence blob not null
) strict;

create table flags (
    position integer not null primary key autoincrement,
    enquiry_reference text not null references enquiries (reference),
    agency text not null,
    kind text not null,
    due_at text not null,
    raised_at text not null,
    unique (enquiry_reference, agency, kind)
) strict;

create table packs (
    enquiry_reference text not null references enquiries (reference),
    version integer not null,
    reason text not null,
    assembled_at text not null,
    -- Position of the newest return it holds: two instants can be the same millisecond, two positions cannot.
    last_return integer not null,
    json blob not null,
    html blob not null,
    primary key (enquiry_reference, version)
) strict;

create table quarantine (
    position integer not null primary key autoincrement,
    received_at text not null,
    lane text not null,
    signer text null,
    broker_user text null,
    fault text not null,
    detail text null,
    enquiry_reference text null,
    digest text not null,
    bytes blob not null,
    times_received integer not null default 1,
    unique (digest, lane, fault)
) strict;

create table agencies (
    agency text not null primary key,
    heard_at text not null,
    adapter_version text not null,
    records_reachable integer not null,
    open_requests integer not null,
    clock_skew_seconds integer null
) strict;

create table audit (
    sequence integer not null primary key autoincrement,
    at text not null,
    actor text not null,
    act text not null,
    enquiry_reference text null,
    subject text null,
    detail text null
) strict;

create index audit_by_enquiry on audit (enquiry_reference);
