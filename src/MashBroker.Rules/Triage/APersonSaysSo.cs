namespace MashBroker.Rules;

/// <summary>The hub leaves this to somebody's judgement: triage asks and never answers.</summary>
public sealed record APersonSaysSo(string Code, string Name, string Question) : Criterion(Code, Name)
{
    internal override CriterionOutcome Judge(ContactFacts facts) => CriterionOutcome.Ask(Question);
}
