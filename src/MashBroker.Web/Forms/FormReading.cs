using System.Text.Json.Nodes;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Web.Forms;

/// <summary>What was read off a form.</summary>
/// <param name="Contact">As the hub's door takes it; null where the document is no form at all.</param>
/// <param name="Unread">
/// Every field that holds something that could not be read, or is no longer there, with what to do; and what stands where no field is.
/// </param>
/// <param name="Fields">The form's field for each path of the contact, where the two are not the same.</param>
internal sealed record FormReading(
    JsonObject? Contact,
    IReadOnlyList<FieldFault> Unread,
    IReadOnlyDictionary<string, string> Fields
)
{
    /// <summary>Path of what is about the document as a whole.</summary>
    public const string Document = "document";

    /// <summary>The form's name for a path of the contact that the door speaks of.</summary>
    public string FieldOf(string path)
    {
        for (var known = path; known.Length > 0; )
        {
            if (Fields.TryGetValue(known, out var field))
            {
                return field;
            }

            var end = known.LastIndexOfAny(['.', '[']);
            known = end <= 0 ? "" : known[..end];
        }

        return path;
    }
}
