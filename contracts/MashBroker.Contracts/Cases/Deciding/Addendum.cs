using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// A return came after the decision. Written by the hub itself, for whoever decided and whoever holds the child now; what it
/// says stands in the pack of that version, and the decision stays as it was.
/// </summary>
public sealed record Addendum : CaseStatement
{
    /// <summary>Counted from 1 within the enquiry.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the decision that stood when it came.</summary>
    public required int Decision { get; init; }

    public required int PackVersion { get; init; }

    /// <summary>Codes of the agencies whose returns came.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>Who has to know, in words: the decision maker, and the team that holds the child.</summary>
    public required IReadOnlyList<string> ToBeTold { get; init; }

    internal static Addendum Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Number = form.Number("number", 1, int.MaxValue) ?? 0,
            Decision = form.Number("decision", 1, int.MaxValue) ?? 0,
            PackVersion = form.Number("packVersion", 1, int.MaxValue) ?? 0,
            Agencies = form.Texts("agencies", 100, TextLimit.Code),
            ToBeTold = form.Texts("toBeTold", 10, TextLimit.Line),
        };
}
