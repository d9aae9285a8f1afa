using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>The referrer names a concern of one of these kinds.</summary>
/// <param name="Concerns">Codes of <see cref="ConcernKind"/>.</param>
public sealed record ConcernNamed(string Code, string Name, IReadOnlyList<string> Concerns) : Criterion(Code, Name)
{
    internal override CriterionOutcome Judge(ContactFacts facts)
    {
        var named = facts.Contact.Concern.Kinds.Distinct().Where(Concerns.Contains).ToList();
        return named.Count == 0
            ? CriterionOutcome.DoesNotHold
            : CriterionOutcome.Holds(
                facts.Contact.ReceivedAt.ToUniversalTime(),
                [.. named.Select(kind => $"The referrer is concerned about {Words.Of(kind)}.")]
            );
    }
}
