using System.Buffers;
using System.Text.Json;
using MashBroker.Contracts.Letters;

namespace MashBroker.Contracts.Json;

/// <summary>Letters as bytes: what is signed is exactly what <see cref="Write"/> gives.</summary>
public static class LetterJson
{
    /// <summary>Largest letter accepted, in bytes.</summary>
    public const int SizeLimit = 1024 * 1024;

    private static readonly string[] Parts = ["head", "body"];

    /// <exception cref="ArgumentException">
    /// A reader would refuse this letter: better known before it is signed. The text names fields, never what they hold.
    /// </exception>
    public static byte[] Write(Letter letter)
    {
        var form = LetterTypes.Of(letter.Body);
        var faults = new FaultList();
        faults.AddUnless(letter.Head.Type == form.Type, "head.type", "is not the body's", "Use LetterHeads.New");
        faults.AddUnless(
            letter.Head.Version == form.Version,
            "head.version",
            "is not the body's",
            "Use LetterHeads.New"
        );
        LetterRules.Check(letter, faults);
        if (!faults.IsEmpty)
        {
            throw new ArgumentException($"This letter cannot be written. {faults}", nameof(letter));
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("head"u8);
            JsonSerializer.Serialize(writer, letter.Head, MashJson.Options);
            writer.WritePropertyName("body"u8);
            JsonSerializer.Serialize(writer, letter.Body, form.Body, MashJson.Options);
            foreach (var (name, value) in letter.Unknown ?? new Dictionary<string, JsonElement>())
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenCount <= SizeLimit
            ? buffer.WrittenSpan.ToArray()
            : throw new ArgumentException($"This letter is over {SizeLimit} bytes. Send it in parts.", nameof(letter));
    }

    /// <summary>Never throws for bad input: the fault says what is wrong, in words without personal data.</summary>
    public static LetterReading Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > SizeLimit)
        {
            return Refuse(LetterFault.TooLarge, $"It is over {SizeLimit} bytes. Send it in parts.");
        }

        using var document = StrictJson.Parse(json, out var fault);
        return document is null
            ? Refuse(LetterFault.NotJson, fault!)
            : Read(document.RootElement, mayHoldNull: json.IndexOf("null"u8) >= 0);
    }

    private static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = MashJson.Options.Encoder, MaxDepth = MashJson.DepthLimit };

    private static LetterReading Refuse(LetterFault fault, string detail) => new(null, fault, detail);

    private static LetterReading Read(JsonElement root, bool mayHoldNull)
    {
        var faults = new FaultList();
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refuse(LetterFault.DoesNotFitSchema, "It is not an object with head and body.");
        }

        if (!root.TryGetProperty("head", out var head) || head.ValueKind != JsonValueKind.Object)
        {
            return Refuse(LetterFault.DoesNotFitSchema, "head: is missing. Give an object.");
        }

        // Type and version first: nothing else of an unknown kind of letter can be judged.
        if (FindForm(head, out var refusal) is not { } form)
        {
            return refusal!;
        }

        root.TryGetProperty("body", out var body);
        var letter = Deserialize(head, body, form);
        // The check of the shape costs more than the reading, and a good letter without nulls has no need of it.
        if (letter is null || mayHoldNull)
        {
            ShapeCheck.Check(head, typeof(LetterHead), "head", faults);
            ShapeCheck.Check(body, form.Body, "body", faults);
        }

        if (letter is null || !faults.IsEmpty)
        {
            return Refuse(LetterFault.DoesNotFitSchema, faults.ToString());
        }

        letter = letter with { Unknown = UnknownOf(root) };
        LetterRules.Check(letter, faults);
        return faults.IsEmpty
            ? new LetterReading(letter, LetterFault.None)
            : Refuse(LetterFault.DoesNotFitSchema, faults.ToString());
    }

    private static Letter? Deserialize(JsonElement head, JsonElement body, LetterForm form)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return new Letter(
                head.Deserialize<LetterHead>(MashJson.Options)!,
                (LetterBody)body.Deserialize(form.Body, MashJson.Options)!
            );
        }
        catch (JsonException)
        {
            // The shape check says why, and everything else that is wrong with it.
            return null;
        }
    }

    private static LetterForm? FindForm(JsonElement head, out LetterReading? refusal)
    {
        refusal = null;
        if (!head.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            refusal = Refuse(LetterFault.DoesNotFitSchema, "head.type: is missing. Say what kind of letter this is.");
            return null;
        }

        if (LetterTypes.Find(type.GetString()) is not { } form)
        {
            var known = string.Join(", ", LetterTypes.All.Select(one => one.Word));
            refusal = Refuse(LetterFault.UnknownType, $"head.type: is not known here. This reader takes {known}.");
            return null;
        }

        if (
            !head.TryGetProperty("version", out var given)
            || given.ValueKind != JsonValueKind.Number
            || !given.TryGetInt32(out var version)
        )
        {
            refusal = Refuse(
                LetterFault.DoesNotFitSchema,
                "head.version: is not a whole number. Give the schema's version."
            );
            return null;
        }

        if (version != form.Version)
        {
            refusal = Refuse(
                LetterFault.UnknownVersion,
                $"head.version: is not known here. This reader takes version {form.Version} of {form.Word}. "
                    + "Write that version, or update this reader."
            );
            return null;
        }

        return form;
    }

    private static Dictionary<string, JsonElement>? UnknownOf(JsonElement root)
    {
        var unknown = root.EnumerateObject()
            .Where(field => !Parts.Contains(field.Name))
            .ToDictionary(field => field.Name, field => field.Value.Clone(), StringComparer.Ordinal);
        return unknown.Count > 0 ? unknown : null;
    }
}
