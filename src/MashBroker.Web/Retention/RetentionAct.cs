using MashBroker.Contracts.Contacts;
using MashBroker.Web.Contacts;

namespace MashBroker.Web.Retention;

/// <summary>A named person holds what would be erased, lets it go again, or has it erased now, and says why.</summary>
internal sealed record RetentionAct(string By, string Role, string Reason)
{
    public static (RetentionAct? Act, IReadOnlyList<FieldFault> Faults) Read(byte[]? json)
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who decides.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Name("reason", "Say why in a sentence.");
        return faults.Count > 0 ? (null, faults) : (new RetentionAct(by!, role!, reason!), []);
    }
}
