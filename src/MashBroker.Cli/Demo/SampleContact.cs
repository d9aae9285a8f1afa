using System.Text.Json;

namespace MashBroker.Cli.Demo;

/// <summary>One of the sample contacts that come with the product.</summary>
/// <param name="Name">Of its file, without ending; tells the case, never a person.</param>
internal sealed record SampleContact(string Name, DateTimeOffset ReceivedAt, byte[] Json)
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "contacts");

    /// <summary>By the time the hub was told.</summary>
    public static IReadOnlyList<SampleContact> All() =>
        [
            .. Directory
                .GetFiles(Folder, "*.json")
                .Select(Read)
                .OrderBy(contact => contact.ReceivedAt)
                .ThenBy(contact => contact.Name, StringComparer.Ordinal),
        ];

    private static SampleContact Read(string file)
    {
        var json = File.ReadAllBytes(file);
        using var contact = JsonDocument.Parse(json);
        var receivedAt = contact.RootElement.GetProperty("receivedAt").GetDateTimeOffset();
        return new SampleContact(Path.GetFileNameWithoutExtension(file), receivedAt, json);
    }
}
