using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>Who came to a strategy discussion for which agency, and what was decided.</summary>
public sealed record StrategyRecord : CaseStatement
{
    private const int PeopleLimit = 60;
    private const int DecisionLimit = 30;

    /// <summary>UTC.</summary>
    public required DateTimeOffset HeldAt { get; init; }

    public required string Lead { get; init; }

    public required string LeadRole { get; init; }

    public required IReadOnlyList<StrategyAttendee> Attended { get; init; }

    public IReadOnlyList<StrategyApology> Apologies { get; init; } = [];

    /// <summary>Codes of agencies that gave their information in writing, otherwise than by a return to the enquiry.</summary>
    public IReadOnlyList<string> InWriting { get; init; } = [];

    public required IReadOnlyList<string> Decisions { get; init; }

    /// <summary>Why it was held without everybody whom the hub's rule asks for; without it such a discussion is not recorded.</summary>
    public string? NotQuorateBecause { get; init; }

    /// <summary>Why somebody led it whom the hub's rule for that time of day does not name; without it such a discussion is not recorded.</summary>
    public string? DepartsFromRole { get; init; }

    /// <summary>Why it was held after its limit; required then, unless the call that put it there said why.</summary>
    public string? LateBecause { get; init; }

    /// <summary>It is another one than those on record, held without having been called.</summary>
    public bool? Another { get; init; }

    /// <summary>Of the discussion; written by the hub.</summary>
    public int Number { get; init; }

    /// <summary>Whether everybody was there whom the hub's rule asks for; null where it asks for nobody. Written by the hub.</summary>
    public bool? Quorate { get; init; }

    /// <summary>Whole minutes over its limit; absent in time, and where no limit ran. Written by the hub.</summary>
    public int? MinutesOver { get; init; }

    /// <summary>How each agency took part, by code; written by the hub.</summary>
    public IReadOnlyDictionary<string, string> TookPart { get; init; } = new Dictionary<string, string>();

    internal static StrategyRecord Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            HeldAt = form.Moment("heldAt", now, required: true) ?? now,
            Lead = form.Text("lead", TextLimit.Name, required: true) ?? "",
            LeadRole = form.Text("leadRole", TextLimit.Line, required: true) ?? "",
            Attended = form.Objects("attended", PeopleLimit, StrategyAttendee.Read, required: true),
            Apologies = form.Objects("apologies", PeopleLimit, StrategyApology.Read),
            InWriting = form.Texts("inWriting", PeopleLimit, TextLimit.Code),
            Decisions = ReadDecisions(form),
            NotQuorateBecause = form.Text("notQuorateBecause", TextLimit.Narrative),
            DepartsFromRole = form.Text("departsFromRole", TextLimit.Narrative),
            LateBecause = form.Text("lateBecause", TextLimit.Narrative),
            Another = form.OptionalFlag("another"),
        };

    private static IReadOnlyList<string> ReadDecisions(FormObject form)
    {
        var decisions = form.Texts("decisions", DecisionLimit, TextLimit.Narrative);
        if (decisions.Count == 0 && !form.HasFaultIn("decisions"))
        {
            form.Fault("decisions", "is missing", "Say what was decided; that nothing was is a decision too");
        }

        return decisions;
    }
}

/// <summary>Somebody who was there in person, by telephone or by video.</summary>
public sealed record StrategyAttendee(string Agency, string Name, string Role) : ContractRecord
{
    internal static StrategyAttendee Read(FormObject form) =>
        new(
            form.Text("agency", TextLimit.Code, required: true) ?? "",
            form.Text("name", TextLimit.Name, required: true) ?? "",
            form.Text("role", TextLimit.Line, required: true) ?? ""
        );
}

/// <summary>An agency that said it could not come.</summary>
public sealed record StrategyApology(string Agency, string? Name = null, string? Reason = null) : ContractRecord
{
    internal static StrategyApology Read(FormObject form) =>
        new(
            form.Text("agency", TextLimit.Code, required: true) ?? "",
            form.Text("name", TextLimit.Name),
            form.Text("reason", TextLimit.Narrative)
        );
}
