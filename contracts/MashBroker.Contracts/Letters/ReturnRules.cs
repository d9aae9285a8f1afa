using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Letters;

/// <summary>
/// A return says the same thing everywhere: "nothing known" beside a record, or a refusal without its ground, would be
/// read differently by two people.
/// </summary>
internal static class ReturnRules
{
    public static void Check(Return answer, FaultList faults)
    {
        faults.AddUnless(answer.Part >= 1, "body.part", "is below 1", "Count parts from 1");
        LetterRules.NeedText(answer.AuthorisedBy, "body.authorisedBy", faults);
        LetterRules.NeedText(answer.AdapterVersion, "body.adapterVersion", faults);
        LetterRules.NeedTexts(answer.SystemsSearched, "body.systemsSearched", faults);
        LetterRules.NeedTexts(answer.Restrictions, "body.restrictions", faults);
        faults.AddUnless(answer.Answers.Count > 0, "body.answers", "is empty", "Answer for each person asked about");
        LetterRules.NeedSubjectCodes(
            [.. answer.Answers.Select(one => one.Subject)],
            i => $"body.answers[{i}].subject",
            faults
        );
        faults.AddUnless(
            answer.Answers.Count == 0 || answer.Kind == AnswerKinds.Overall(answer.Answers.Select(one => one.Kind)),
            "body.kind",
            "does not sum up the answers",
            "Give held if anything is held, else refused, cannot-look, need-more-details, nothing-known, in this order"
        );
        faults.AddUnless(
            answer.SystemsSearched.Count > 0 || !answer.Answers.Any(one => HasLooked(one.Kind)),
            "body.systemsSearched",
            "is empty though somebody looked",
            "Name each system searched"
        );
        for (var i = 0; i < answer.Answers.Count; i++)
        {
            CheckAnswer(answer.Answers[i], $"body.answers[{i}]", faults);
        }
    }

    private static bool HasLooked(AnswerKind kind) => kind is AnswerKind.Held or AnswerKind.NothingKnown;

    private static void CheckAnswer(Answer answer, string path, FaultList faults)
    {
        if (answer.Kind is AnswerKind.Refused or AnswerKind.CannotLook or AnswerKind.NeedMoreDetails)
        {
            faults.AddUnless(
                !string.IsNullOrWhiteSpace(answer.Reason),
                $"{path}.reason",
                "is missing",
                "State the ground, the fault, or what is needed"
            );
        }

        faults.AddUnless(
            answer.Kind == AnswerKind.Held || answer.Records.Count == 0,
            $"{path}.records",
            "is given though nothing is held",
            "Leave it out, or answer held"
        );
        CheckMatch(answer, $"{path}.match", faults);
        for (var i = 0; i < answer.Records.Count; i++)
        {
            var record = answer.Records[i];
            LetterRules.NeedText(record.Kind, $"{path}.records[{i}].kind", faults);
            LetterRules.NeedText(record.Summary, $"{path}.records[{i}].summary", faults);
            LetterRules.NeedText(record.Source.System, $"{path}.records[{i}].source.system", faults);
        }
    }

    private static void CheckMatch(Answer answer, string path, FaultList faults)
    {
        // Records of somebody who may be another person are never returned: first a person looks.
        var fits = answer.Kind switch
        {
            AnswerKind.Held => answer.Match.Outcome == MatchOutcome.Match,
            AnswerKind.NothingKnown or AnswerKind.CannotLook => answer.Match.Outcome == MatchOutcome.None,
            _ => true,
        };
        faults.AddUnless(
            fits,
            $"{path}.outcome",
            "contradicts the answer",
            "Held goes with match; nothing-known and cannot-look go with none"
        );
        faults.AddUnless(
            answer.Match.Score is >= 0 and <= 1,
            $"{path}.score",
            "is not from 0 to 1",
            "Give a number from 0 to 1"
        );
    }
}
