using System.Globalization;
using System.Text;

namespace MashBroker.Rules;

/// <summary>
/// An invitation as a calendar takes it (RFC 5545, and RFC 5546 for its method). It names the case by its reference and nobody
/// of it: what leaves by e-mail is read by whoever reads the mailbox.
/// </summary>
public sealed record StrategyInvitation
{
    // RFC 5545, section 3.1: octets of a line without its break.
    private const int LineOctets = 75;

    /// <summary>The same for as long as the discussion is; a calendar finds its entry by it.</summary>
    public required string Uid { get; init; }

    /// <summary>As the hub calls it, e.g. Strategy Meeting.</summary>
    public required string Name { get; init; }

    /// <summary>Of the enquiry, or of the contact where there is none.</summary>
    public required string Reference { get; init; }

    public required string HubName { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>0 for the first; one more with each that changes it.</summary>
    public required int Sequence { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Those named need not come any more; the discussion is held all the same.</summary>
    public bool Uninvites { get; init; }

    /// <summary>When this was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Of the hub's settings, never anybody's words.</summary>
    public string? Place { get; init; }

    /// <summary>As what it is led, by the hub's rule.</summary>
    public string? LedBy { get; init; }

    /// <summary>The hub's address for such messages.</summary>
    public string? From { get; init; }

    public required IReadOnlyList<StrategyInvitee> Invitees { get; init; }

    /// <summary>Who was invited before and is not any more.</summary>
    public IReadOnlyList<StrategyInvitee> Uninvited { get; init; } = [];

    /// <summary>What takes it out of the calendar of one that is not invited any more: the same entry, with the number of this change.</summary>
    public StrategyInvitation Without(StrategyInvitee invitee) =>
        this with
        {
            Uninvites = true,
            Invitees = [invitee],
            Uninvited = [],
            Place = null,
            LedBy = null,
        };

    private bool TakesOut => Cancelled || Uninvites;

    /// <summary>e.g. <c>Strategy Meeting SEFTON-2026-000123</c>.</summary>
    public string Subject =>
        $"{(Cancelled ? "Cancelled: " : Uninvites ? "No longer invited: " : "")}{Name} {Reference}";

    /// <summary>UTF-8 without a mark; every line ends with CR LF.</summary>
    public string ToCalendar()
    {
        var text = new StringBuilder();
        foreach (var line in Lines())
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private IEnumerable<string> Lines()
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//MashBroker//Strategy discussion//EN";
        yield return "CALSCALE:GREGORIAN";
        // A request and a cancellation have an organiser (RFC 5546, sections 3.2.2 and 3.2.5); without one it is an entry to take or leave.
        yield return $"METHOD:{(From is null && !Uninvites ? "PUBLISH" : TakesOut ? "CANCEL" : "REQUEST")}";
        yield return "BEGIN:VEVENT";
        yield return $"UID:{Uid}";
        yield return $"DTSTAMP:{Utc(WrittenAt)}";
        yield return $"DTSTART:{Utc(StartsAt)}";
        yield return $"DTEND:{Utc(EndsAt)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Sequence}");
        // Where only some are taken off the list it must not say that the whole is cancelled (RFC 5546, section 3.2.5).
        if (!Uninvites || Cancelled)
        {
            yield return $"STATUS:{(Cancelled ? "CANCELLED" : "CONFIRMED")}";
        }

        yield return "CLASS:CONFIDENTIAL";
        yield return "TRANSP:OPAQUE";
        yield return $"SUMMARY:{Text(Subject)}";
        yield return $"DESCRIPTION:{Text(Description())}";
        if (Place is not null)
        {
            yield return $"LOCATION:{Text(Place)}";
        }

        if (From is not null)
        {
            yield return $"ORGANIZER;CN={Parameter(HubName)}:mailto:{From}";
        }

        foreach (var invitee in Invitees.Where(invitee => From is not null && invitee.Address is not null))
        {
            var answer = TakesOut ? "" : ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE";
            var role = invitee.MustAttend ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT";
            yield return $"ATTENDEE;CN={Parameter(invitee.Name)};CUTYPE=GROUP;ROLE={role}{answer}:mailto:{invitee.Address}";
        }

        yield return "END:VEVENT";
        yield return "END:VCALENDAR";
    }

    private string Description()
    {
        var led = LedBy is null ? "" : $"\nLed by: {LedBy}.";
        var asked = Invitees.Where(invitee => invitee.MustAttend).Select(invitee => invitee.Name).ToArray();
        var quorum = asked.Length == 0 || TakesOut ? "" : $"\nHave to attend: {string.Join(", ", asked)}.";
        return $"{HubName}: {Name} about {Reference}.{led}{quorum}\nNothing about the family stands here; the hub tells you at the discussion.";
    }

    private static string Utc(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    // A parameter knows no escape: what it cannot hold is left out.
    private static string Parameter(string text) =>
        $"\"{string.Concat(text.Where(character => character is not '"' && !char.IsControl(character)))}\"";

    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

/// <param name="Agency">Code of the agency.</param>
/// <param name="Address">Of the agency's duty desk, from the hub's settings; absent where they name none.</param>
/// <param name="MustAttend">It belongs to the quorum: a return does not stand in for it.</param>
public sealed record StrategyInvitee(string Agency, string Name, string? Address, bool MustAttend);
