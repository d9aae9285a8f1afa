using System.Globalization;
using System.Text;
using MashBroker.Ledger.Audit;
using MashBroker.Testing.Contracts;
using NUnit.Framework;

namespace MashBroker.Tests.Audit;

internal sealed class AuditEventsTests
{
    [Test]
    public void Every_act_has_a_meaning() =>
        Assert.That(AuditActs.Meanings.Keys, Is.EquivalentTo(Enum.GetValues<AuditAct>().Except([AuditAct.None])));

    [Test]
    public void The_published_list_is_what_the_acts_say()
    {
        var list = new StringBuilder();
        list.Append(
            """
            # Audit events

            Every act that a hub puts on record, and what a row's `subject` and `detail` say then. Made from the product (`AuditActs`);
            the chain that holds them is described in `audit-chain.md`. No row names anybody of a family by
            itself: a purpose or a reason stands in the words of whoever stated it, who is told so. A name is never taken
            away and never changes its meaning.

            | act | what happened | subject | detail |
            |---|---|---|---|

            """.ReplaceLineEndings("\n")
        );
        foreach (var (act, meaning) in AuditActs.Meanings)
        {
            list.Append(
                CultureInfo.InvariantCulture,
                $"| `{act}` | {(AuditActs.Readings.Contains(act) ? "*Shown.* " : "")}{meaning.What} | {meaning.Subject} | {meaning.Detail} |\n"
            );
        }

        list.Append(
            """

            *Shown* marks readings: the row says who (`actor`, as stated while nobody signs in), what for (`purpose`) and on which basis
            (`basis`), and is on disk before anything is shown. The board, the list of enquiries and the figures name nobody and hold no
            facts of a child; looking at them is not put on record.

            """.ReplaceLineEndings("\n")
        );
        ContractFiles.MustBe("", "audit-events.md", list.ToString());
    }
}
