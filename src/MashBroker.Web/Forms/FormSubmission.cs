using System.Text.Json;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;

namespace MashBroker.Web.Forms;

/// <summary>
/// A filled-in form as it comes over the API: inside JSON like everything that changes something here, so that no page of another
/// site can send one.
/// </summary>
internal sealed record FormSubmission
{
    /// <summary>The document, in Base64.</summary>
    public string? Document { get; init; }

    /// <summary>Says what the form says and what of it could not be read, and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Paths that were said to be unread and that a named person goes on without.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Who goes on without them; required then.</summary>
    public string? By { get; init; }

    public string? Role { get; init; }

    public static (FormSubmission? Submission, byte[] Document, IReadOnlyList<FieldFault> Faults) Read(byte[] json)
    {
        FormSubmission? read = null;
        byte[] document = [];
        try
        {
            read = JsonSerializer.Deserialize<FormSubmission>(json, MashJson.Options);
            document = Convert.FromBase64String(read?.Document ?? "");
        }
        catch (JsonException)
        {
            return (
                null,
                [],
                [new FieldFault("", "is not such an object", "Send document, dryRun, leaveOut, by and role.")]
            );
        }
        catch (FormatException)
        {
            return (
                null,
                [],
                [new FieldFault("document", "is not Base64", "Send the bytes of the document in Base64.")]
            );
        }

        var faults = new List<FieldFault>();
        if (document.Length == 0)
        {
            faults.Add(new FieldFault("document", "is missing", "Send the bytes of the document in Base64."));
        }

        if (read is { LeaveOut.Count: > 0 })
        {
            if (string.IsNullOrWhiteSpace(read.By))
            {
                faults.Add(
                    new FieldFault("by", "is missing", "Give the name of the person who goes on without these fields.")
                );
            }

            if (string.IsNullOrWhiteSpace(read.Role))
            {
                faults.Add(new FieldFault("role", "is missing", "Give that person's role."));
            }
        }

        return faults.Count > 0 ? (null, [], faults) : (read, document, []);
    }
}
