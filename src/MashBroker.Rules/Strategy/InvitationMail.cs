using System.Globalization;
using System.Text;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>
/// The message (RFC 5322) that brings an invitation to one agency: a sentence or two with the reference, and the calendar
/// entry. Nothing in it is about the family.
/// </summary>
public static class InvitationMail
{
    private const int EncodedLine = 76;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="from">The hub's address for such messages.</param>
    /// <param name="to">The invitee's address.</param>
    /// <param name="zone">Of the hub, IANA: the time of day is the hub's.</param>
    /// <returns>ASCII; every line ends with CR LF.</returns>
    public static string Write(
        StrategyInvitation invitation,
        StrategyInvitee invitee,
        string from,
        string to,
        string zone
    )
    {
        var boundary = $"=_{invitation.Uid.Replace("@", ".", StringComparison.Ordinal)}.{Count(invitation.Sequence)}";
        var method = invitation.Cancelled || invitation.Uninvites ? "CANCEL" : "REQUEST";
        string[] lines =
        [
            $"From: {from}",
            $"To: {to}",
            $"Subject: {Header(invitation.Subject)}",
            $"Date: {invitation.WrittenAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Message-ID: <{Count(invitation.Sequence)}.{method.ToLowerInvariant()}.{invitee.Agency}.{invitation.Uid}>",
            "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated",
            $"Content-Type: multipart/alternative; boundary=\"{boundary}\"",
            "",
            $"--{boundary}",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Encoded(Body(invitation, invitee, zone)),
            $"--{boundary}",
            $"Content-Type: text/calendar; charset=utf-8; method={method}",
            "Content-Transfer-Encoding: base64",
            "",
            Encoded(invitation.ToCalendar()),
            $"--{boundary}--",
            "",
        ];
        return string.Join("\r\n", lines);
    }

    /// <summary>What the message says, for whoever reads it out or sends it by other means.</summary>
    public static string Body(StrategyInvitation invitation, StrategyInvitee invitee, string zone)
    {
        var local = Instant
            .FromDateTimeOffset(invitation.StartsAt)
            .InZone(DateTimeZoneProviders.Tzdb[zone])
            .ToDateTimeUnspecified();
        var at = local.ToString("dddd d MMMM yyyy 'at' HH:mm", British);
        var place = invitation.Place is null ? "" : $" Place: {invitation.Place}.";
        var asked =
            invitation.Cancelled ? "It is not held. Take it out of your calendar."
            : invitation.Uninvites ? "Your agency need not come any more. Take it out of your calendar."
            : invitee.MustAttend ? "Somebody has to attend for your agency: a return does not stand in."
            : "Your agency is invited.";
        return string.Join(
            "\r\n",
            $"{invitation.Name} about {invitation.Reference}",
            "",
            $"{at}, time of {zone}.{place}",
            asked,
            "",
            "Do not answer with anything about the family: this message names the case by its reference alone.",
            invitation.HubName,
            ""
        );
    }

    // RFC 2047 for what is not ASCII; a break in it would begin another header.
    private static string Header(string text)
    {
        var line = string.Concat(text.Where(character => !char.IsControl(character)));
        return line.All(char.IsAscii) ? line : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(line))}?=";
    }

    private static string Encoded(string text)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return string.Join("\r\n", encoded.Chunk(EncodedLine).Select(line => new string(line)));
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
