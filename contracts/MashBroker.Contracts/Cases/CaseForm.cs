using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>The fields that every statement has.</summary>
internal static class CaseForm
{
    public static string By(FormObject form) => form.Text("by", TextLimit.Name, required: true) ?? "";

    /// <summary>Why somebody does what the hub's rules leave to others.</summary>
    public static string? DepartsFromRole(FormObject form) => form.Text("departsFromRole", TextLimit.Narrative);

    public static string Role(FormObject form) => form.Text("role", TextLimit.Line, required: true) ?? "";
}
