using System.Text;
using MashBroker.Contracts.Json;
using MashBroker.Testing.Contracts;

namespace MashBroker.Tests.Contracts;

/// <summary>A letter that is well, as text for a test to change, and what is read from it.</summary>
internal static class LetterText
{
    public static string Valid() => Encoding.UTF8.GetString(LetterJson.Write(SomeLetter.Heartbeat));

    public static LetterReading Read(string json) => LetterJson.Read(Encoding.UTF8.GetBytes(json));
}
