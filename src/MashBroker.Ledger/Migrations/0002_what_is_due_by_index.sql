-- What workers ask at every change must not grow with the years that a ledger holds.

create index returns_by_request on returns (request_id, part);

-- True from a return that came after the newest pack until the next pack.
alter table enquiries add column pack_owed integer not null default 0;

update enquiries
set pack_owed = 1
where pack_version > 0
    and exists (
        select 1
        from returns
        join packs on packs.enquiry_reference = returns.enquiry_reference
        where returns.enquiry_reference = enquiries.reference
            and packs.version = enquiries.pack_version
            and returns.position > packs.last_return
    );

create index enquiries_without_pack on enquiries (all_in_at, return_due_at, reference) where pack_version = 0;
create index enquiries_owed_a_pack on enquiries (reference) where pack_owed = 1;
create index enquiries_never_all_in on enquiries (decision_due_at, reference) where all_in_at is null and pack_version > 0;
