using System.Text;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

internal sealed class StrategyInvitationTests
{
    private static readonly StrategyInvitation Invitation = new()
    {
        Uid = "7a6f0e0c-1111-4a2b-8c3d-000000000001@sefton.mash",
        Name = "Strategy Meeting",
        Reference = "SEFTON-2026-000123",
        HubName = "Sefton \"MASH\"; Ŝanĝo, \\ and a name that is long enough to need folding twice over, at least",
        StartsAt = new DateTimeOffset(2026, 11, 17, 14, 0, 0, TimeSpan.Zero),
        EndsAt = new DateTimeOffset(2026, 11, 17, 15, 0, 0, TimeSpan.Zero),
        Sequence = 2,
        WrittenAt = new DateTimeOffset(2026, 11, 17, 10, 5, 0, TimeSpan.Zero),
        Place = "Room 2; first floor",
        LedBy = "Team Manager",
        From = "mash@sefton.example",
        Invitees =
        [
            new StrategyInvitee("police", "Police", "desk@police.example", MustAttend: true),
            new StrategyInvitee("probation", "Probation", null, MustAttend: false),
        ],
    };

    [Test]
    public void Every_line_ends_with_CR_LF_and_has_at_most_75_octets()
    {
        var calendar = Invitation.ToCalendar();

        Assert.Multiple(() =>
        {
            Assert.That(calendar, Does.EndWith("\r\n"));
            Assert.That(
                calendar.Replace("\r\n", "", StringComparison.Ordinal),
                Does.Not.Contain('\n').And.Not.Contain('\r')
            );
            Assert.That(
                calendar.Split("\r\n").Select(line => Encoding.UTF8.GetByteCount(line)),
                Has.All.LessThanOrEqualTo(75)
            );
            Assert.That(calendar, Does.Not.Contain('\uFFFD'), "no character is cut in two");
        });
    }

    [Test]
    public void Unfolded_and_unescaped_it_says_what_was_meant()
    {
        var lines = Unfolded(Invitation);

        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Is.EqualTo("BEGIN:VCALENDAR"));
            Assert.That(lines, Does.Contain("METHOD:REQUEST"));
            Assert.That(lines, Does.Contain("UID:7a6f0e0c-1111-4a2b-8c3d-000000000001@sefton.mash"));
            Assert.That(lines, Does.Contain("DTSTAMP:20261117T100500Z"));
            Assert.That(lines, Does.Contain("DTSTART:20261117T140000Z"));
            Assert.That(lines, Does.Contain("DTEND:20261117T150000Z"));
            Assert.That(lines, Does.Contain("SEQUENCE:2"));
            Assert.That(lines, Does.Contain("STATUS:CONFIRMED"));
            Assert.That(lines, Does.Contain("SUMMARY:Strategy Meeting SEFTON-2026-000123"));
            Assert.That(lines, Does.Contain("LOCATION:Room 2\\; first floor"));
            Assert.That(
                lines.Single(line => line.StartsWith("DESCRIPTION:", StringComparison.Ordinal)),
                Does.Contain("Sefton \"MASH\"\\; Ŝanĝo\\, \\\\ and a name")
            );
            Assert.That(
                lines.Single(line => line.StartsWith("ORGANIZER", StringComparison.Ordinal)),
                Does.StartWith("ORGANIZER;CN=\"Sefton MASH; Ŝanĝo, \\ and").And.EndsWith(":mailto:mash@sefton.example")
            );
            Assert.That(
                lines.Where(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal)),
                Is.EqualTo(
                    new[]
                    {
                        "ATTENDEE;CN=\"Police\";CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:desk@police.example",
                    }
                )
            );
        });
    }

    [Test]
    public void A_cancellation_keeps_the_id_and_goes_up_by_one()
    {
        var cancelled = Unfolded(Invitation with { Cancelled = true, Sequence = 3 });

        Assert.That(
            cancelled,
            Is.SupersetOf(
                new[]
                {
                    "METHOD:CANCEL",
                    "STATUS:CANCELLED",
                    "SEQUENCE:3",
                    "UID:7a6f0e0c-1111-4a2b-8c3d-000000000001@sefton.mash",
                    "SUMMARY:Cancelled: Strategy Meeting SEFTON-2026-000123",
                }
            )
        );
    }

    [Test]
    public void The_message_is_ASCII_in_lines_that_every_server_takes_and_carries_text_and_calendar()
    {
        var message = InvitationMail.Write(
            Invitation,
            Invitation.Invitees[0],
            "mash@sefton.example",
            "desk@police.example",
            "Europe/London"
        );
        var (headers, parts) = (message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)], Parts(message));

        Assert.Multiple(() =>
        {
            Assert.That(message.All(char.IsAscii), Is.True);
            Assert.That(message.Split("\r\n").Select(line => line.Length), Has.All.LessThanOrEqualTo(998));
            Assert.That(message.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain('\n'));
            Assert.That(
                headers,
                Does.Contain("To: desk@police.example\r\nSubject: Strategy Meeting SEFTON-2026-000123\r\n")
            );
            Assert.That(headers, Does.Contain("Date: Tue, 17 Nov 2026 10:05:00 +0000"));
            Assert.That(parts[0], Does.Contain("Tuesday 17 November 2026 at 14:00, time of Europe/London."));
            Assert.That(parts[0], Does.Contain("a return does not stand in"));
            Assert.That(parts[1], Is.EqualTo(Invitation.ToCalendar()));
        });
    }

    [Test]
    public void Summer_time_is_the_hubs() =>
        Assert.That(
            InvitationMail.Body(
                Invitation with
                {
                    StartsAt = new DateTimeOffset(2027, 7, 1, 13, 0, 0, TimeSpan.Zero),
                },
                Invitation.Invitees[1],
                "Europe/London"
            ),
            Does.Contain("1 July 2027 at 14:00").And.Contain("Your agency is invited.")
        );

    private static string[] Unfolded(StrategyInvitation invitation) =>
        invitation
            .ToCalendar()
            .Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string[] Parts(string message)
    {
        const string Mark = "boundary=\"";
        var at = message.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var boundary = message[at..message.IndexOf('"', at)];
        return
        [
            .. message
                .Split($"--{boundary}\r\n")
                .Skip(1)
                .Select(part => part.Split($"\r\n--{boundary}--")[0])
                .Select(part => part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])
                .Select(body => Encoding.UTF8.GetString(Convert.FromBase64String(body))),
        ];
    }
}
