using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Contacts;

/// <summary>What would follow if a contact were published now with a given rating, before anybody confirms it.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/contacts/{reference}/plan", PlanAsync);

    private static async Task<IResult> PlanAsync(
        string reference,
        string? rating,
        ReadingRecord readings,
        Reader reader,
        HubProfile profile,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var look = await ContactLook<Planned>.ReadAsync(
            readings,
            reader,
            reference,
            rating,
            "to see what publishing would mean",
            (view, found) => PlannedAsync(view, found, profile, clock.GetUtcNow()),
            cancellation
        );
        if (look is not ({ } row, { } planned, var asked, { } heardOf))
        {
            return ContactLook.NotFound();
        }

        if (asked is not { } chosen)
        {
            return ContactLook.NoRating("Nothing can be planned.", rating);
        }

        var now = clock.GetUtcNow();
        var plan = EnquiryPlan.Make(
            profile,
            planned.Contact,
            chosen,
            row.ReceivedAt,
            now,
            // Who is connected is the worker's to know; this is about the clock.
            [.. profile.Agencies.Select(agency => agency.Code)],
            allocatedAt: row.AllocatedAt,
            onRecord: planned.OnRecord
        );
        var choices = RatingChoice.All(profile, row.ReceivedAt, now, row.AllocatedAt);
        return Results.Json(
            new PlanView(chosen, plan.ReturnDue.At, plan.DecisionDue.At, plan.MinutesToDecide, plan.Remarks)
            {
                Zone = profile.Zone,
                DecisionMinutesOver = HubClock.MinutesOver(plan.DecisionDue.At, now),
                NotOnRecord = plan.NotOnRecord,
                Household = planned.Household,
                LegalBasis = plan.LegalBasis,
                Agencies =
                [
                    .. plan.Agencies.Select(agency =>
                        PlannedAgency.Of(agency, heardOf.Contains(agency.Code), IsPlaceholder(profile, agency.Code))
                    ),
                ],
                PlaceholderAgreements = ProfileNotes.PlaceholderAgreements(
                    profile,
                    plan.Agencies.Where(agency => agency.Ask is not null).Select(agency => agency.Code)
                ),
                InOneSentence = RatingChoice.InOneSentence(choices),
                Choices = [.. choices.Select(ChoiceView.Of)],
                Leaks = planned.Leak is { } leak ? LeakFaults.Of(leak) : [],
                LeakDigest = planned.Leak?.Digest,
                NeverHeardOf =
                [
                    .. profile.Agencies.Where(agency => !heardOf.Contains(agency.Code)).Select(agency => agency.Name),
                ],
            },
            MashJson.Options
        );
    }

    private static bool IsPlaceholder(HubProfile profile, string agency) =>
        profile.Agencies.First(each => each.Code == agency).Agreement?.Placeholder == true;

    private static async Task<Planned> PlannedAsync(
        LedgerSession view,
        ContactRow row,
        HubProfile profile,
        DateTimeOffset now
    )
    {
        var contact = await LookupStore.ReadAsync(view, row, profile.Zone);
        return new Planned(
            contact,
            await SharingFile.ReadAsync(view, row.Reference, contact),
            await LeakEndpoints.LookAsync(view, row, profile, now)
        )
        {
            Household = await LookupStore.OpenEnquiriesAsync(view, row.Reference),
        };
    }
}

/// <param name="Leak">What publishing would be stopped for; null: nothing.</param>
internal sealed record Planned(Contact Contact, SharingRecord OnRecord, LeakReport? Leak)
{
    public IReadOnlyList<HouseholdEnquiry> Household { get; init; } = [];
}

/// <summary>A plan's clock.</summary>
/// <param name="MinutesToDecide">Between the last return and the decision; nought or less: nothing is left for deciding.</param>
/// <param name="Remarks">In plain words: no time to decide, a deadline out of hours and who is told then.</param>
public sealed record PlanView(
    Rating Rating,
    DateTimeOffset ReturnDueAt,
    DateTimeOffset DecisionDueAt,
    int MinutesToDecide,
    IReadOnlyList<string> Remarks
)
{
    /// <summary>By which the decision is late already, before anybody is asked; absent while there is time.</summary>
    public int? DecisionMinutesOver { get; init; }

    /// <summary>The hub's, IANA: what is said in words is by its clock.</summary>
    public string? Zone { get; init; }

    /// <summary>What of parents, agreement and lawful basis ought to be on record and is not. It stops nothing.</summary>
    public IReadOnlyList<string> NotOnRecord { get; init; } = [];

    /// <summary>Open enquiries about the same household.</summary>
    public IReadOnlyList<HouseholdEnquiry> Household { get; init; } = [];

    public LegalBasis? LegalBasis { get; init; }

    /// <summary>One for each agency of the hub, as if each were connected; which were never heard of is said beside each.</summary>
    public IReadOnlyList<PlannedAgency> Agencies { get; init; } = [];

    /// <summary>With which of those who would be asked nobody has signed what is shared, in words; absent where all is signed.</summary>
    public string? PlaceholderAgreements { get; init; }

    /// <summary>What stands out over all ratings, e.g. <c>Green leaves 0 minutes to decide; Amber would be due at 19:40, out of hours: the Emergency Duty Team is told.</c></summary>
    public string InOneSentence { get; init; } = "";

    /// <summary>Green, Amber and Red beside each other.</summary>
    public IReadOnlyList<ChoiceView> Choices { get; init; } = [];

    /// <summary>What the leak check would hold it back for: fields and places in them, never the words.</summary>
    public IReadOnlyList<FieldFault> Leaks { get; init; } = [];

    /// <summary>What an override names; absent where nothing was found.</summary>
    public string? LeakDigest { get; init; }

    /// <summary>Agencies of this hub whose adapter has never reported: not connected, or not yet. Who is not connected is not asked.</summary>
    public IReadOnlyList<string> NeverHeardOf { get; init; } = [];
}

/// <summary>What one rating would mean for the clock.</summary>
public sealed record ChoiceView
{
    public required Rating Rating { get; init; }

    public required DateTimeOffset ReturnDueAt { get; init; }

    public required bool ReturnDueOutOfHours { get; init; }

    /// <summary>Who is told when returns fall due while the hub is closed; absent in hours, or where the hub names nobody.</summary>
    public string? Tell { get; init; }

    public string? Telephone { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }

    public required bool DecisionDueOutOfHours { get; init; }

    /// <summary>Nought or less: nothing is left for deciding.</summary>
    public required int MinutesToDecide { get; init; }

    /// <summary>By which the decision would be late already; absent while there is time.</summary>
    public int? DecisionMinutesOver { get; init; }

    public required IReadOnlyList<PreWarning> PreWarnings { get; init; }

    /// <summary>In words, without full stops; empty where all is as usual.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    internal static ChoiceView Of(RatingChoice choice) =>
        new()
        {
            Rating = choice.Rating,
            ReturnDueAt = choice.ReturnDue.At,
            ReturnDueOutOfHours = choice.ReturnDue.OutOfHours,
            Tell = choice.ReturnDue.Tell?.Name,
            Telephone = choice.ReturnDue.Tell?.Telephone,
            DecisionDueAt = choice.DecisionDue.At,
            DecisionDueOutOfHours = choice.DecisionDue.OutOfHours,
            MinutesToDecide = choice.MinutesToDecide,
            DecisionMinutesOver = choice.DecisionMinutesOver,
            PreWarnings = choice.PreWarnings,
            Remarks = choice.Remarks,
        };
}
