using MashBroker.Contracts.Contacts;

namespace MashBroker.Web.Contacts;

/// <summary>A named person decides that no multi-agency enquiry is made, and why.</summary>
/// <param name="DepartsFromCriteria">Why, although the contact meets the hub's criteria.</param>
internal sealed record DeclineDecision(string By, string Role, string Reason, string? DepartsFromCriteria)
{
    public static (DeclineDecision? Decision, IReadOnlyList<FieldFault> Faults) Read(byte[]? json)
    {
        var faults = new List<FieldFault>();
        var fields = DecisionFields.Read(json, faults);
        var by = fields.Name("by", "Give the name of the person who decides.");
        var role = fields.Name("role", "Give that person's role, e.g. manager.");
        var reason = fields.Name("reason", "Say why in a sentence.");
        var departs = fields.Optional("departsFromCriteria");
        return faults.Count > 0 ? (null, faults) : (new DeclineDecision(by!, role!, reason!, departs), []);
    }
}
