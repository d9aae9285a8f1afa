using System.Globalization;
using System.Text;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Strategy;
using MashBroker.Rules;
using Microsoft.Extensions.Options;

namespace MashBroker.Web.Strategy;

/// <summary>Makes the invitations of a discussion, the same each time, and lays them where a mail server takes them.</summary>
internal sealed class Invitations(HubProfile profile, IOptions<StrategyOptions> options, TimeProvider clock)
{
    /// <summary>Of the discussion that was called last.</summary>
    /// <returns>Null where none was called.</returns>
    public async Task<StrategyInvitation?> OfAsync(LedgerSession session, ContactRow contact)
    {
        var calls = await CaseFile.ReadAsync(session, contact.Reference, CaseEntryKinds.Of<StrategyCall>().Code);
        if (calls is not [.., { Statement: StrategyCall call }] || profile.StrategyDiscussion is not { } rule)
        {
            return null;
        }

        var row = (await StrategyStore.OfCaseAsync(session, contact.Reference)).First(each =>
            each.Number == call.Number
        );
        return new StrategyInvitation
        {
            Uid = $"{row.Id}@{profile.Code}.mash",
            Name = rule.Name,
            Reference = contact.EnquiryReference?.ToString() ?? contact.Reference,
            HubName = profile.Name,
            StartsAt = row.StartsAt,
            EndsAt = row.EndsAt,
            Sequence = row.Sequence,
            Cancelled = row.State is StrategyState.Cancelled,
            WrittenAt = clock.GetUtcNow(),
            Place = call.Place,
            LedBy = call.LedBy,
            From = options.Value.From,
            Invitees = [.. call.Invited.Select(agency => Invitee(agency, rule))],
            // Whoever was left out when it was moved was told then that it need not come.
            Uninvited =
                row.State is StrategyState.Cancelled ? [] : [.. call.Uninvited.Select(agency => Invitee(agency, rule))],
        };
    }

    public IReadOnlyList<InvitationView> Messages(StrategyInvitation invitation) =>
        [
            .. invitation.Invitees.Select(invitee => new InvitationView(
                invitee.Agency,
                invitee.Name,
                invitee.MustAttend,
                InvitationMail.Body(invitation, invitee, profile.Zone),
                invitee.Address
            )),
            .. invitation.Uninvited.Select(invitee => new InvitationView(
                invitee.Agency,
                invitee.Name,
                MustAttend: false,
                InvitationMail.Body(invitation.Without(invitee), invitee, profile.Zone),
                invitee.Address
            )
            {
                Cancellation = invitation.Without(invitee).ToCalendar(),
            }),
        ];

    /// <summary>Lays a message for each invitee that has an address into the pickup folder; one that is there already is written over.</summary>
    /// <returns>Codes of the agencies whose message is there; none where no folder is set.</returns>
    public async Task<IReadOnlyList<string>> LayAsync(StrategyInvitation invitation, CancellationToken cancellation)
    {
        if (options.Value is not { PickupFolder: { } folder, From: { } from })
        {
            return [];
        }

        Directory.CreateDirectory(folder);
        var laid = new List<string>();
        IEnumerable<(StrategyInvitee Invitee, StrategyInvitation Invitation)> all =
        [
            .. invitation.Invitees.Select(invitee => (invitee, invitation)),
            .. invitation.Uninvited.Select(invitee => (invitee, invitation.Without(invitee))),
        ];
        foreach (var (invitee, told) in all)
        {
            if (invitee.Address is not { } to)
            {
                continue;
            }

            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"{invitation.Uid.Split('@')[0]}-{invitation.Sequence}-{invitee.Agency}.eml"
            );
            var half = Path.Combine(folder, $".{name}.part");
            var message = InvitationMail.Write(told, invitee, from, to, profile.Zone);
            await File.WriteAllTextAsync(half, message, new UTF8Encoding(false), cancellation);
            // A mail server must not take half a message.
            File.Move(half, Path.Combine(folder, name), overwrite: true);
            laid.Add(invitee.Agency);
        }

        return laid;
    }

    public IReadOnlyList<string> NamesOf(IReadOnlyCollection<string> agencies) =>
        [.. profile.Agencies.Where(agency => agencies.Contains(agency.Code)).Select(agency => agency.Name)];

    private StrategyInvitee Invitee(string agency, StrategyRule rule) =>
        new(
            agency,
            profile.Agencies.FirstOrDefault(each => each.Code == agency)?.Name ?? agency,
            options.Value.Invitees.GetValueOrDefault(agency),
            rule.Quorum.Any(each => each.Agency == agency)
        );
}
