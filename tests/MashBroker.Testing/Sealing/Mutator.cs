using System.Text;

namespace MashBroker.Testing.Sealing;

/// <summary>Spoils messages and JSON as wires, attackers and ill-made programs do; the same seed spoils in the same ways.</summary>
public sealed class Mutator(int seed)
{
    // What parsers stumble over, put in where values, names and their ends are.
    private static readonly byte[][] Snippets =
    [
        .. new[]
        {
            "null",
            "[]",
            "{}",
            "\"\"",
            "-0",
            "1e400",
            "1e-400",
            "99999999999999999999999999",
            "NaN",
            "true",
            "\\u0000",
            "\\ud800",
            "\uFEFF",
            "\u202E",
            "\"head\":{},",
            "\"type\":\"request\",",
            "\"version\":1,",
            ",",
            ":",
            "\"",
            "}",
            "]",
            "/* */",
            "// \n",
            "'",
            "0x1F",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3, 0x28],
        [0xED, 0xA0, 0x80],
        [0xFF],
        [0x00],
    ];

    private readonly Random _random = new(seed);

    /// <summary>Bytes changed, cut, doubled, swapped, put in; half of it at the front, where the structure is.</summary>
    public byte[] Spoil(byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var times = _random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var place = _random.Next(_random.Next(2) == 0 ? Math.Min(80, bytes.Count) : bytes.Count);
            Spoil(bytes, place);
        }
        return [.. bytes];
    }

    /// <summary>The same, and what JSON alone can be spoilt by, where its punctuation is.</summary>
    public byte[] SpoilJson(byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var times = _random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var place = _random.Next(bytes.Count);
            if (_random.Next(3) == 0)
            {
                Spoil(bytes, place);
                continue;
            }
            var end = bytes.FindIndex(
                place,
                one => one is (byte)':' or (byte)',' or (byte)'{' or (byte)'[' or (byte)'"'
            );
            bytes.InsertRange(end < 0 ? place : end + 1, Snippets[_random.Next(Snippets.Length)]);
        }
        return [.. bytes];
    }

    private void Spoil(List<byte> bytes, int place)
    {
        var length = Math.Min(_random.Next(1, 20), bytes.Count - place);
        switch (_random.Next(6))
        {
            case 0:
                bytes[place] = (byte)_random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(place, length);
                break;
            case 2:
                bytes.InsertRange(place, bytes.GetRange(place, length));
                break;
            case 3:
                var other = _random.Next(bytes.Count);
                (bytes[place], bytes[other]) = (bytes[other], bytes[place]);
                break;
            case 4:
                bytes[place] = (byte)(bytes[place] + _random.Next(-2, 3));
                break;
            default:
                bytes.InsertRange(place, Enumerable.Range(0, length).Select(_ => (byte)_random.Next(256)));
                break;
        }
    }
}
