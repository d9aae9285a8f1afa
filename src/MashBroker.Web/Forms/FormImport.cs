using System.Text.Json.Nodes;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;

namespace MashBroker.Web.Forms;

/// <summary>A form read to the end: what the door makes of what was read off it.</summary>
/// <param name="Written">What was read off the form, as JSON.</param>
/// <param name="Unread">Everything that keeps it from being taken, by the form's own fields.</param>
internal sealed record FormImport(
    JsonObject? Written,
    Contact? Contact,
    IReadOnlyList<FieldFault> Unread,
    IReadOnlyList<FieldFault> Warnings
)
{
    public static FormImport Of(FormReader reader, byte[] document, IReadOnlySet<string> leaveOut, DateTimeOffset now)
    {
        var reading = reader.Read(document, leaveOut);
        if (reading.Contact is not { } written)
        {
            return new FormImport(null, null, reading.Unread, []);
        }

        var door = ContactDoor.Read(System.Text.Encoding.UTF8.GetBytes(written.ToJsonString(MashJson.Options)), now);
        var told = reading.Unread.Select(each => each.Path).ToHashSet(StringComparer.Ordinal);
        // What could not be read is missing in the contact too: it is said once.
        var faults = door
            .Faults.Select(fault => fault with { Path = reading.FieldOf(fault.Path) })
            .Where(fault => !told.Contains(fault.Path));
        return new FormImport(
            written,
            door.Contact,
            [.. reading.Unread, .. faults],
            [.. door.Warnings.Select(warning => warning with { Path = reading.FieldOf(warning.Path) })]
        );
    }
}
