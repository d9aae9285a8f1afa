using System.Text.Json;

namespace MashBroker.Contracts.Letters;

/// <summary>Which body each type of letter has, and the version that this product reads and writes.</summary>
public static class LetterTypes
{
    public static readonly IReadOnlyList<LetterForm> All =
    [
        new(LetterType.Request, 1, typeof(Request)),
        new(LetterType.Amendment, 1, typeof(Amendment)),
        new(LetterType.Chaser, 1, typeof(Chaser)),
        new(LetterType.Withdrawal, 1, typeof(Withdrawal)),
        new(LetterType.Receipt, 1, typeof(Receipt)),
        new(LetterType.Return, 1, typeof(Return)),
        new(LetterType.ReturnReceipt, 1, typeof(ReturnReceipt)),
        new(LetterType.Heartbeat, 1, typeof(Heartbeat)),
        new(LetterType.HeartbeatAnswer, 1, typeof(HeartbeatAnswer)),
        new(LetterType.PurgeInstruction, 1, typeof(PurgeInstruction)),
        new(LetterType.PurgeCertificate, 1, typeof(PurgeCertificate)),
    ];

    private static readonly Dictionary<Type, LetterForm> ByBody = All.ToDictionary(form => form.Body);
    private static readonly Dictionary<LetterType, LetterForm> ByType = All.ToDictionary(form => form.Type);

    public static LetterForm Of(LetterBody body) => ByBody[body.GetType()];

    public static LetterForm Of(LetterType type) => ByType[type];

    /// <summary>The form whose <see cref="LetterForm.Word"/> this is.</summary>
    public static LetterForm? Find(string? word) => All.FirstOrDefault(form => form.Word == word);
}

/// <param name="Version">The current version of the body's schema.</param>
/// <param name="Body">The record that holds such a body.</param>
public sealed record LetterForm(LetterType Type, int Version, Type Body)
{
    /// <summary>The type as letters, headers and file names write it, e.g. <c>return-receipt</c>.</summary>
    public string Word { get; } = JsonNamingPolicy.KebabCaseLower.ConvertName(Type.ToString());
}
