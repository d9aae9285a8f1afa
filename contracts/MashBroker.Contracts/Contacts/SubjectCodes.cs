using System.Globalization;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Contacts;

/// <summary>Gives every person of a contact a code, and keeps those that the sender gave.</summary>
internal static class SubjectCodes
{
    private const string First = "S1";

    public static IReadOnlyList<Subject> Assign(IReadOnlyList<Subject> people, FaultList faults)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { First };
        for (var i = 0; i < people.Count; i++)
        {
            CheckGiven(people[i].Code, i, taken, faults);
        }

        var next = 2;
        return
        [
            .. people.Select(
                (person, i) =>
                    person.Code.Length > 0 ? person
                    : i == 0 ? person with { Code = First }
                    : person with { Code = NextFree(taken, ref next) }
            ),
        ];
    }

    private static void CheckGiven(string code, int index, HashSet<string> taken, FaultList faults)
    {
        if (code.Length == 0)
        {
            return;
        }

        var path = $"people[{index}].code";
        const string Remedy = "Leave codes out: they are given out in order, S1 for the first";
        faults.AddUnless(SubjectCode.Shape().IsMatch(code), path, "is not a subject code", Remedy);
        if (index == 0)
        {
            faults.AddUnless(code == First, path, "is not S1", Remedy);
        }
        else
        {
            faults.AddUnless(taken.Add(code), path, "is there twice", Remedy);
        }
    }

    private static string NextFree(HashSet<string> taken, ref int next)
    {
        string code;
        do
        {
            code = string.Create(CultureInfo.InvariantCulture, $"S{next++}");
        } while (!taken.Add(code));

        return code;
    }
}
