namespace MashBroker.Rules;

/// <summary>Which circumstances hold of a contact, with what persons have said beside what criteria found.</summary>
internal sealed class Holding(ContactFacts facts, TriageFinding finding, IReadOnlyCollection<string> saidYes)
{
    private readonly IReadOnlyList<CriterionFinding> _criteria =
    [
        .. finding.Criteria,
        .. finding
            .ForAPerson.Where(question => saidYes.Contains(question.Code))
            .Select(question => new CriterionFinding(question.Code, question.Name, [], finding.AssessedAt)),
    ];

    public ContactFacts Facts => facts;

    public bool Any(IReadOnlyList<Circumstances> circumstances) =>
        circumstances.Any(when => when.Hold(facts, _criteria));

    public RouteAdvice Advise(RouteRule route) =>
        Any(route.ExceptWhenAny)
            ? new RouteAdvice(route.Kind, route.Instead!, route.AllocateAtOnce)
            : new RouteAdvice(route.Kind, route.Then, route.AllocateAtOnce);
}
