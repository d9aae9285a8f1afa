using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Testing.Contracts;
using NUnit.Framework;

namespace MashBroker.Tests.Audit;

internal sealed class ChainCheckTests
{
    private static readonly Func<AuditEntry, AuditEntry>[] Edits =
    [
        row => row with { At = row.At.AddMilliseconds(1) },
        row => row with { Actor = row.Actor + " " },
        row => row with { Act = row.Act is AuditAct.PackRead ? AuditAct.PackAssembled : AuditAct.PackRead },
        row => row with { Basis = row.Basis is null ? "" : null },
        row => row with { Purpose = "" },
        row => row with { EnquiryReference = null, Subject = row.Subject + row.EnquiryReference },
        row => row with { EnquiryPrevious = (row.EnquiryPrevious ?? 0) + 1 },
        row => row with { Subject = null },
        row => row with { Detail = "x" },
        row => row with { Proof = "00" },
        row => row with { Salt = [.. row.Salt.Select(value => (byte)(value ^ 1))] },
        row => row with { Previous = row.Hash },
        row => row with { Hash = [.. row.Hash.Reverse()] },
        row => row with { Sequence = row.Sequence + 1 },
    ];

    [Test]
    public void A_chain_that_nobody_touched_is_whole()
    {
        var chain = new SomeChain(50);
        Assert.That(chain.Follow(chain.HeadAt(1), chain.HeadAt(20), chain.HeadAt(50)), Is.Null);
    }

    [Test]
    public void Any_field_that_was_edited_is_named_by_its_row([Range(0, 13)] int edit)
    {
        var chain = new SomeChain(20);
        var edited = Edits[edit](chain.Rows[9]);
        Assert.That(edited, Is.Not.EqualTo(chain.Rows[9]));
        chain.Rows[9] = edited;
        Assert.That(chain.Follow()?.Sequence, Is.EqualTo(10));
    }

    [Test]
    public void A_row_that_was_edited_and_hashed_anew_is_not_the_one_that_the_next_follows()
    {
        var chain = new SomeChain(20);
        chain.Rows[9] = chain.Hashed(chain.Rows[9] with { Actor = "somebody else" });
        var fault = chain.Follow()!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((10, ChainFaultKind.Replaced)));
    }

    [Test]
    public void The_last_row_that_was_edited_and_hashed_anew_is_not_the_end_that_the_ledger_notes()
    {
        var chain = new SomeChain(20);
        var end = (20L, chain.Rows[^1].Hash);
        chain.Rows[^1] = chain.Hashed(chain.Rows[^1] with { Actor = "somebody else" });
        var fault = SomeChain.Follow(chain.Id, chain.Rows, end)!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((20, ChainFaultKind.Replaced)));
    }

    [Test]
    public void A_row_that_was_deleted_is_named()
    {
        var chain = new SomeChain(20);
        chain.Rows.RemoveAt(9);
        var fault = chain.Follow()!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((10, ChainFaultKind.Deleted)));
    }

    [Test]
    public void Rows_that_changed_places_are_named([Values] bool renumbered)
    {
        var chain = new SomeChain(20);
        (chain.Rows[9], chain.Rows[12]) = (chain.Rows[12], chain.Rows[9]);
        if (renumbered)
        {
            chain.Rows[9] = chain.Rows[9] with { Sequence = 10 };
            chain.Rows[12] = chain.Rows[12] with { Sequence = 13 };
        }

        Assert.That(chain.Follow()?.Sequence, Is.EqualTo(10));
    }

    [Test]
    public void Rows_cut_off_at_the_end_are_missed_by_the_ledgers_own_note()
    {
        var chain = new SomeChain(20);
        var fault = SomeChain.Follow(chain.Id, chain.Rows[..15], (20, chain.Rows[^1].Hash))!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((16, ChainFaultKind.Truncated)));
    }

    [Test]
    public void Rows_cut_off_together_with_the_note_are_missed_by_a_head_from_outside_alone()
    {
        var chain = new SomeChain(20);
        var (shorter, end) = (chain.Rows[..15], (15L, chain.Rows[14].Hash));
        Assert.That(SomeChain.Follow(chain.Id, shorter, end), Is.Null);
        var fault = SomeChain.Follow(chain.Id, shorter, end, chain.HeadAt(18))!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((16, ChainFaultKind.Truncated)));
    }

    [Test]
    public void A_chain_hashed_anew_is_seen_by_a_signed_head_alone_and_the_part_that_is_vouched_for_is_told()
    {
        var chain = new SomeChain(20);
        var (early, late) = (chain.HeadAt(6), chain.HeadAt(18));
        chain.Rows[9] = chain.Rows[9] with { Actor = "somebody else" };
        chain.HashAnewFrom(10);
        Assert.That(chain.Follow(early), Is.Null);
        var fault = chain.Follow(early, late)!;
        Assert.That((fault.Sequence, fault.Kind), Is.EqualTo((7, ChainFaultKind.Forked)));
        Assert.That(fault.Text, Does.Contain("between rows 7 and 18"));
    }

    [Test]
    public void A_head_of_another_chain_is_told()
    {
        var chain = new SomeChain(20);
        var fault = chain.Follow(new SomeChain(20).HeadAt(10))!;
        Assert.That(fault.Kind, Is.EqualTo(ChainFaultKind.AnotherChain));
    }

    [Test]
    public void Ten_thousand_random_edits_deletions_and_swaps_are_all_seen_at_or_before_their_row()
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        var chain = new SomeChain(40);
        var end = (40L, chain.Rows[^1].Hash);
        for (var time = 0; time < 10_000; time++)
        {
            var rows = chain.Rows.ToList();
            var at = random.Next(rows.Count);
            var expected = at + 1;
            switch (random.Next(3))
            {
                case 0:
                    // A field that is absent in this row cannot be taken out of it: then another is edited.
                    while (rows[at] == chain.Rows[at])
                    {
                        rows[at] = Edits[random.Next(Edits.Length)](rows[at]);
                    }

                    break;
                case 1:
                    rows.RemoveAt(at);
                    break;
                default:
                    var other = (at + 1 + random.Next(rows.Count - 1)) % rows.Count;
                    (rows[at], rows[other]) = (rows[other], rows[at]);
                    expected = Math.Min(at, other) + 1;
                    break;
            }

            Assert.That(
                SomeChain.Follow(chain.Id, rows, end)?.Sequence,
                Is.EqualTo(expected),
                $"Seed {Seed}, time {time}."
            );
        }
    }

    /// <summary>The example of contracts/audit-chain.md: whoever writes a verifier of their own begins with it.</summary>
    [Test]
    public void The_example_of_the_description_has_the_hashes_that_stand_there()
    {
        var row = new AuditEntry
        {
            Sequence = 1,
            At = SomeChain.Start,
            Actor = "A. Manager (stated)",
            Act = AuditAct.PackRead,
            Basis = "children-act-1989-s17",
            Purpose = "to see the pack",
            EnquiryReference = EnquiryReference.For("sample", 2026, 1),
            EnquiryPrevious = null,
            Subject = "version 1",
            Detail = "page",
            Salt = [.. Enumerable.Range(0, 16).Select(value => (byte)value)],
            Previous = AuditHash.Beginning,
            Hash = [],
        };
        byte[] chain = [.. Enumerable.Range(16, 16).Select(value => (byte)value)];
        var entry = AuditHash.OfEntry(row);
        var hash = AuditHash.OfLink(chain, row.Sequence, row.Previous, entry);
        var page = File.ReadAllText(ContractFiles.Folder("audit-chain.md"));
        Assert.That(page, Does.Contain(Convert.ToHexStringLower(entry)).And.Contain(Convert.ToHexStringLower(hash)));
    }
}
