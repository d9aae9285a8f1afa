-- Why a limit ended without what was due having been done: the case closed, or somebody said that none is needed. Null: it was done.
alter table case_clocks add column ended_because text null;
