using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>
/// A person's yes to a question that the hub's criteria ask, as sent beside a rating:
/// <c>{"criterion":"...","yes":true}</c>, with by, role and reason where they are not those of the rating.
/// </summary>
internal static class CriterionAnswers
{
    private const string Field = "answers";

    /// <param name="asked">The questions of this contact.</param>
    /// <param name="reason">Of the rating.</param>
    /// <returns>The answers, and all that was said in them: an answer with a fault is none, and its words are looked at all the same.</returns>
    public static (IReadOnlyList<CriterionAnswer> Answers, IReadOnlyList<OutgoingText> Said) Read(
        JsonElement? sent,
        IReadOnlyList<QuestionForAPerson> asked,
        (string? By, string? Role, string? Reason) rating,
        List<FieldFault> faults
    )
    {
        if (sent is not { ValueKind: not JsonValueKind.Null } list)
        {
            return ([], []);
        }

        if (list.ValueKind is not JsonValueKind.Array)
        {
            faults.Add(new FieldFault(Field, "is not a list", """Send [{"criterion":"...","yes":true}]."""));
            return ([], []);
        }

        var said = new List<OutgoingText>();
        var answers = new List<CriterionAnswer>();
        foreach (var (index, one) in list.EnumerateArray().Index())
        {
            if (ReadOne(one, $"{Field}[{index}]", asked, rating, said, faults) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return (answers, said);
    }

    /// <summary>What the hub asks, for whoever has not answered.</summary>
    public static FieldFault Missing(IReadOnlyList<QuestionForAPerson> asked) =>
        new(
            Field,
            $"is missing, and this hub leaves it to a person: {string.Join(" ", asked.Select(one => one.Question))}",
            $$"""If so, add "answers": [{"criterion":"{{asked[0].Code}}","yes":true}] and the reason ('mash enquiry publish --yes {{asked[0].Code}}'). If not, decide without an enquiry."""
        );

    private static CriterionAnswer? ReadOne(
        JsonElement one,
        string path,
        IReadOnlyList<QuestionForAPerson> asked,
        (string? By, string? Role, string? Reason) rating,
        List<OutgoingText> said,
        List<FieldFault> faults
    )
    {
        if (one.ValueKind is not JsonValueKind.Object)
        {
            faults.Add(new FieldFault(path, "is not an object", """Send {"criterion":"...","yes":true}."""));
            return null;
        }

        var own = new List<FieldFault>();
        var fields = DecisionFields.Of(one, own);
        var code = fields.Optional("criterion");
        var question = asked.FirstOrDefault(each => each.Code == code);
        if (question is null)
        {
            own.Add(
                new FieldFault(
                    "criterion",
                    "is no question that the hub asks of this contact",
                    asked.Count == 0
                        ? "Leave it out: nothing is left to a person here."
                        : $"Give one of {string.Join(", ", asked.Select(each => each.Code))}."
                )
            );
        }

        if (!one.TryGetProperty("yes", out var yes) || yes.ValueKind is not JsonValueKind.True)
        {
            own.Add(
                new FieldFault("yes", "is not true", "An enquiry is made on a yes. On a no, decide without an enquiry.")
            );
        }

        var (by, role) = (fields.Optional("by") ?? rating.By, fields.Optional("role") ?? rating.Role);
        if (fields.Has("by") != fields.Has("role"))
        {
            own.Add(new FieldFault("by", "and role stand together or not at all", "Give both of whoever said yes."));
        }

        var reason = fields.Optional("reason") ?? rating.Reason;
        if (string.IsNullOrWhiteSpace(reason))
        {
            own.Add(new FieldFault("reason", "is missing", "Say why the answer is yes, here or beside the rating."));
        }

        said.Add(new OutgoingText($"{path}.reason", reason ?? ""));
        said.Add(new OutgoingText($"{path}.role", role ?? "", IsField: true));
        faults.AddRange(own.Select(fault => fault with { Path = $"{path}.{fault.Path}" }));
        return own.Count > 0 || by is null || role is null
            ? null
            : new CriterionAnswer
            {
                By = by,
                Role = role,
                Criterion = code!,
                Question = question!.Question,
                Yes = true,
                Reason = reason!,
            };
    }
}
