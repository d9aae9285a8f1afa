using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// How a matter ends, decided by a named person on what was known then. It is never changed: a later one that takes its place
/// names it, and both stay.
/// </summary>
public sealed record Decision : CaseStatement
{
    private const int MostPeople = 20;

    /// <summary>Code of an outcome of the hub.</summary>
    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    /// <summary>How it was weighed that some agencies had not answered, or not in substance; required where any had not.</summary>
    public string? Considered { get; init; }

    /// <summary>Who decided together with <see cref="CaseStatement.By"/>.</summary>
    public IReadOnlyList<DecidedWith> With { get; init; } = [];

    /// <summary>What was proposed by those who had looked into it.</summary>
    public IReadOnlyList<Recommendation> Recommended { get; init; } = [];

    /// <summary>Why the outcome is another than one that was recommended; required where it is.</summary>
    public string? Why { get; init; }

    /// <summary>Who oversees what it leads to, e.g. the hub's social worker for Early Help.</summary>
    public string? OverseenBy { get; init; }

    /// <summary>Version of the pack that the decision maker read; absent where none was.</summary>
    public int? PackVersion { get; init; }

    /// <summary>Number of the earlier decision that no longer stands.</summary>
    public int? Supersedes { get; init; }

    internal static Decision Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Outcome = form.Text("outcome", TextLimit.Code, required: true) ?? "",
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
            Considered = form.Text("considered", TextLimit.Narrative),
            With = form.Objects(
                "with",
                MostPeople,
                person => new DecidedWith(
                    person.Text("name", TextLimit.Name, required: true) ?? "",
                    person.Text("role", TextLimit.Line, required: true) ?? ""
                )
            ),
            Recommended = form.Objects(
                "recommended",
                MostPeople,
                person => new Recommendation(
                    CaseForm.By(person),
                    CaseForm.Role(person),
                    person.Text("outcome", TextLimit.Code, required: true) ?? ""
                )
            ),
            Why = form.Text("why", TextLimit.Narrative),
            OverseenBy = form.Text("overseenBy", TextLimit.Name),
            PackVersion = form.Number("packVersion", 1, int.MaxValue),
            Supersedes = form.Number("supersedes", 1, int.MaxValue),
        };
}

public sealed record DecidedWith(string Name, string Role) : ContractRecord;

/// <param name="Outcome">Code of the outcome proposed.</param>
public sealed record Recommendation(string By, string Role, string Outcome) : ContractRecord;
