using MashBroker.Contracts.Cases;
using MashBroker.Rules;

namespace MashBroker.Ledger.Leaks;

/// <summary>What the leak check has let pass within one transaction, so that what goes on record unseen is looked at there.</summary>
internal sealed class LookedAt
{
    private readonly HashSet<(string Contact, string Kind)> _kinds = [];
    private readonly HashSet<(string Contact, string Text)> _texts = [];
    private readonly Dictionary<string, OverriddenTexts> _overridden = [];

    public void Add(string contact, IEnumerable<CaseEntryKind> kinds, IEnumerable<OutgoingText> texts)
    {
        _kinds.UnionWith(kinds.Select(kind => (contact, kind.Code)));
        _texts.UnionWith(texts.Select(text => (contact, text.Text)));
    }

    /// <summary>They pass because somebody let them; it is said on record once they are.</summary>
    public void Overridden(string contact, OverriddenTexts texts) => _overridden[contact] = texts;

    public bool Has(string contact, CaseEntryKind kind) => _kinds.Contains((contact, kind.Code));

    public bool Has(string contact, OutgoingText text) => _texts.Contains((contact, text.Text));

    public OverriddenTexts? TakeOverridden(string contact) => _overridden.Remove(contact, out var texts) ? texts : null;
}

/// <param name="Report">What was found and let pass.</param>
/// <param name="Texts">Those in which something was found.</param>
internal sealed record OverriddenTexts(LeakReport Report, IReadOnlyList<string> Texts);
