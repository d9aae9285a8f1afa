using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Ledger.Afterwards;

/// <summary>What stands decided of a case, after an enquiry or without one: what referrer, family and receiving team are told of.</summary>
public sealed record OutcomeOfCase
{
    /// <summary>As the hub's rules have it; of one that they have no more, its code alone.</summary>
    public required OutcomeRule Outcome { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string DecidedBy { get; init; }

    public required string Role { get; init; }

    /// <summary>In the words of whoever decided; absent once erased.</summary>
    public string? Reason { get; init; }

    /// <summary>The enquiry that was decided; null where none was made.</summary>
    public EnquiryRow? Enquiry { get; init; }

    /// <summary>The decision on it; present exactly with an enquiry.</summary>
    public DecisionRow? Decision { get; init; }

    /// <returns>Null while nobody has decided.</returns>
    public static async Task<OutcomeOfCase?> FindAsync(LedgerSession ledger, HubProfile profile, ContactRow contact)
    {
        // A contact that was joined to another's enquiry ends as that one does.
        var reference =
            contact.EnquiryReference
            ?? (
                contact.State is ContactState.NotAnEnquiry
                    ? (await CaseFile.LatestAsync<JoinedEnquiry>(ledger, contact.Reference))?.Enquiry
                    : null
            );
        return reference is not null ? await OfEnquiryAsync(ledger, profile, reference)
            : contact is { State: ContactState.NotAnEnquiry, RatedAt: { } at }
                ? new OutcomeOfCase
                {
                    Outcome = contact.Outcome is { } code ? OfCode(profile, code) : profile.NoEnquiry.AsOutcome,
                    DecidedAt = contact.DecidedAnewAt ?? at,
                    DecidedBy = contact.RatedBy!,
                    Role = contact.RatedRole!,
                    Reason = contact.RatingReason,
                }
            : null;
    }

    private static async Task<OutcomeOfCase?> OfEnquiryAsync(
        LedgerSession ledger,
        HubProfile profile,
        EnquiryReference reference
    )
    {
        if (await DecisionStore.StandingAsync(ledger, reference) is not { } decision)
        {
            return null;
        }

        var enquiry = (await EnquiryStore.FindAsync(ledger, reference))!;
        var entries = await CaseFile.ReadAsync(ledger, enquiry.ContactReference, CaseEntryKinds.Of<Decision>().Code);
        return new OutcomeOfCase
        {
            Outcome = OfCode(profile, decision.Outcome),
            DecidedAt = decision.DecidedAt,
            DecidedBy = decision.DecidedBy,
            Role = decision.Role,
            Reason = ((Decision)entries.Single(entry => entry.Number == decision.Entry).Statement).Reason,
            Enquiry = enquiry,
            Decision = decision,
        };
    }

    private static OutcomeRule OfCode(HubProfile profile, string code) =>
        profile.Outcomes.FirstOrDefault(outcome => outcome.Code == code)
        // The hub has taken the outcome out of its rules since.
        ?? new OutcomeRule { Code = code, Name = code };
}
