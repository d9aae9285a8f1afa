namespace MashBroker.Rules;

/// <summary>What becomes of a contact of which no multi-agency enquiry is made. It is decided on all the same.</summary>
public sealed record NoEnquiryRule
{
    /// <summary>Where it goes, e.g. Early Help; in plain words.</summary>
    public required string Route { get; init; }

    /// <summary>What is done first, in this order.</summary>
    public required IReadOnlyList<NoEnquiryStep> Steps { get; init; }

    /// <summary>Who takes the steps; absent where the hub does not say.</summary>
    public string? By { get; init; }

    /// <summary>Codes of the outcomes it can have; empty: those of the hub's that are not social care's.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>How it ends where the hub's rules name no outcome for it: with the route.</summary>
    public OutcomeRule AsOutcome =>
        new()
        {
            Code = "no-enquiry",
            Name = "No multi-agency enquiry",
            Receiver = Route,
        };
}

/// <param name="Code">Under which it is recorded as done, e.g. <c>chronology</c>.</param>
public sealed record NoEnquiryStep(string Code, string Name)
{
    /// <summary>The step that speaks with the parents: not taken while the family must not know.</summary>
    public const string ParentsContacted = "parents-contacted";
}
