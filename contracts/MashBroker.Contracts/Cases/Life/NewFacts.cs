using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// Something of a published enquiry is new, or was wrong: agencies are told what each may see, and asked about the people who
/// are new or described anew.
/// </summary>
public sealed record NewFacts : CaseStatement
{
    internal const int PeopleLimit = 50;

    /// <summary>Why agencies hear of it, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What is new, in words for the agencies' officers.</summary>
    public string? Facts { get; init; }

    /// <summary>People added, without a code, or described anew, under the code they have; the others stand.</summary>
    public IReadOnlyList<Subject> People { get; init; } = [];

    /// <summary>
    /// Whom somebody new resembles by name and birth, and is not: codes of people of the enquiry, or people of this telling by
    /// their place in it, e.g. <c>people[0]</c>.
    /// </summary>
    public IReadOnlyList<string> SomebodyElse { get; init; } = [];

    /// <summary>
    /// Code of the one agency that is told, where it asked for more details; absent: every agency that was asked.
    /// </summary>
    public string? Agency { get; init; }

    /// <summary>Codes of the agencies that were asked something by it; written by the hub.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Codes of the agencies that were told and had nobody to look for; written by the hub.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    internal static NewFacts Read(FormObject form, DateTimeOffset now)
    {
        var people = new SubjectForm(new FaultList(), now);
        var facts = new NewFacts
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
            Facts = form.Text("facts", TextLimit.Narrative),
            People = form.Objects("people", PeopleLimit, people.Read),
            SomebodyElse = form.Texts("somebodyElse", PeopleLimit, TextLimit.Code),
            Agency = form.Text("agency", TextLimit.Code),
        };
        if (facts.Facts is null && facts.People.Count == 0 && !form.HasFaultIn("facts", "people"))
        {
            form.Fault("facts", "is missing, and so are people", "Say what is new");
        }

        CheckCodes(form, facts.People);
        return facts;
    }

    private static void CheckCodes(FormObject form, IReadOnlyList<Subject> people)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < people.Count; i++)
        {
            if (people[i].Code is { Length: > 0 } code && !(SubjectCode.Shape().IsMatch(code) && seen.Add(code)))
            {
                form.Fault(
                    $"people[{i}].code",
                    "is not a subject code, or is there twice",
                    "Give the code of somebody described anew, and none for somebody new"
                );
            }
        }
    }
}
