using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Testing.Adapters;

/// <summary>Requests as a hub writes them; a test changes what it is about.</summary>
public static class Asking
{
    public static Request For(IReadOnlyList<Subject> subjects, DateTimeOffset now, IReadOnlyList<string> mayReturn) =>
        new()
        {
            RaisedBy = new RaisedBy("Duty worker", "Senior social worker", "Hub"),
            ClockStartedAt = now,
            ReturnDueAt = now.AddHours(6),
            Criteria = ["domestic-violence"],
            LegalBasis = new LegalBasis("children-act-1989-s47", "To decide whether the child must be protected."),
            DoNotInformFamily = true,
            Subjects = subjects,
            ConcernSummary = "Concern for the child at home.",
            Questions = ["What is known of the household?"],
            MayReturn = mayReturn,
        };
}
