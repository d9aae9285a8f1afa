using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>Somebody is given the case, or hands it over: from then on they hold it.</summary>
public sealed record Allocation : CaseStatement
{
    /// <summary>Name of whoever holds it now.</summary>
    public required string To { get; init; }

    /// <summary>As what, e.g. <c>social worker</c>.</summary>
    public required string ToRole { get; init; }

    /// <summary>Their team, where it is not the hub.</summary>
    public string? Team { get; init; }

    /// <summary>They are a social worker of the hub itself.</summary>
    public bool HeldByHub { get; init; }

    internal static Allocation Read(FormObject form, DateTimeOffset now)
    {
        var allocation = new Allocation
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            To = form.Text("to", TextLimit.Name, required: true) ?? "",
            ToRole = form.Text("toRole", TextLimit.Line, required: true) ?? "",
            Team = form.Text("team", TextLimit.Line),
            HeldByHub = form.Flag("heldByHub"),
        };
        if (allocation is { HeldByHub: false, Team: null } && !form.HasFaultIn("heldByHub", "team"))
        {
            form.Fault(
                "team",
                "is missing, and the hub does not hold it",
                "Name the team that does, or say \"heldByHub\": true"
            );
        }

        return allocation;
    }
}
