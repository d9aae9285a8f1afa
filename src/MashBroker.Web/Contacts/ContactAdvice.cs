using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>What a hub's rules say of a contact now, for whoever has it before them. It proposes; named persons decide.</summary>
public sealed record ContactAdvice
{
    /// <summary>In the order in which they should be read.</summary>
    public required IReadOnlyList<RouteView> Routes { get; init; }

    /// <summary>What the level of need means here; absent where the hub measures by no document.</summary>
    public NeedAdvice? LevelOfNeed { get; init; }

    public required EnquiryStanding Standing { get; init; }

    /// <summary>Where it goes if no enquiry is made, in plain words; absent where the rules make one.</summary>
    public string? WithoutEnquiry { get; init; }

    /// <summary>What the hub's rules ask for before it may go there, and which of it is not on record.</summary>
    public IReadOnlyList<StepView> Steps { get; init; } = [];

    /// <summary>Who answers what the hub's criteria leave to a person, by its rules.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Codes of the outcomes to choose from.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    internal static ContactAdvice Of(
        HubProfile profile,
        Contact contact,
        IReadOnlyList<CaseEntry> file,
        DateTimeOffset now
    )
    {
        var outlook = Outlook.Of(profile, OpenCases.Of(contact, file).Ask(contact, now));
        var missing = NoEnquirySteps.Missing(profile.NoEnquiry, file);
        return new ContactAdvice
        {
            Routes = RouteView.All(profile, contact, file, now),
            LevelOfNeed = outlook.LevelOfNeed,
            Standing = outlook.Standing,
            AnsweredBy = profile.TriagedBy.Who,
            WithoutEnquiry = outlook.InsteadOfEnquiry?.Route,
            Steps = outlook.InsteadOfEnquiry is { } rule
                ? [.. rule.Steps.Select(step => StepView.Of(step, missing))]
                : [],
            Outcomes = [.. outlook.Outcomes.Select(outcome => outcome.Code)],
        };
    }
}

/// <param name="Code">Of the step in the hub's rules.</param>
/// <param name="Name">What is done.</param>
/// <param name="MissingEntries">The kinds of entry by which it would be on record; empty where it is.</param>
public sealed record StepView(string Code, string Name, IReadOnlyList<string> MissingEntries)
{
    internal static StepView Of(NoEnquiryStep step, IReadOnlyList<MissingStep> missing) =>
        new(step.Code, step.Name, [.. missing.Where(each => each.Step == step).Select(each => each.ShownBy)]);
}
