namespace MashBroker.Rules;

/// <summary>The referrer says that the child has suffered, or is likely to suffer, significant harm.</summary>
public sealed record SignificantHarmStated(string Code, string Name) : Criterion(Code, Name)
{
    internal override CriterionOutcome Judge(ContactFacts facts)
    {
        var concern = facts.Contact.Concern;
        if (concern.SignificantHarm)
        {
            return CriterionOutcome.Holds(
                facts.Contact.ReceivedAt.ToUniversalTime(),
                "The child is said to have suffered, or to be likely to suffer, significant harm."
            );
        }

        return concern.ImmediateRisk
            ? CriterionOutcome.Nearly(
                "The child is said to be at risk now, but significant harm is neither stated nor denied: ask the referrer."
            )
            : CriterionOutcome.DoesNotHold;
    }
}
