using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using MashBroker.Contracts.Contacts;
using NUnit.Framework;

namespace MashBroker.Tests.Contracts;

/// <summary>The least that the door takes as a contact, for a test to change, and what the door then says.</summary>
internal static class LeastContact
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static JsonNode Least() =>
        JsonNode.Parse(
            """
            {
              "referrer": { "kind": "professional", "name": "Teresa Okonjo-Vale" },
              "people": [{ "role": "child", "names": [{ "given": "Ada", "family": "Quill" }] }],
              "concern": { "summary": "The child came to school hungry.", "kinds": ["neglect"] }
            }
            """
        )!;

    public static byte[] Bytes(JsonNode form) => Encoding.UTF8.GetBytes(form.ToJsonString());

    public static ContactReading Read(string json) => ContactDoor.Read(Encoding.UTF8.GetBytes(json), Now);

    public static ContactReading Read(JsonNode form) => ContactDoor.Read(Bytes(form), Now);

    public static IEnumerable<string> PathsOfFaults(JsonNode form) => Read(form).Faults.Select(fault => fault.Path);

    public static Contact Taken(JsonNode form)
    {
        var reading = Read(form);
        Assert.That(reading.Faults, Is.Empty);
        return reading.Contact!;
    }
}
