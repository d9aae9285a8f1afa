using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace MashBroker.Tests.Contracts;

/// <summary>What the comments of the contract types say, so that schemas explain their fields in the same words.</summary>
internal static partial class Descriptions
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.Combine(TestContext.CurrentContext.TestDirectory, "MashBroker.Contracts.xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string? Of(Type type) => Summary($"T:{type.FullName}");

    public static string? Of(MemberInfo member) =>
        Summary($"P:{member.DeclaringType!.FullName}.{member.Name}") ?? Parameter(member.DeclaringType, member.Name);

    private static string? Summary(string member) =>
        Members.GetValueOrDefault(member)?.Element("summary") is { } summary ? Words(summary) : null;

    private static string? Parameter(Type type, string name) =>
        Members
            .GetValueOrDefault($"T:{type.FullName}")
            ?.Elements("param")
            .FirstOrDefault(param => param.Attribute("name")!.Value == name)
            is { } found
            ? Words(found)
            : null;

    private static string Words(XElement comment)
    {
        var words = new StringBuilder();
        foreach (var node in comment.DescendantNodes())
        {
            if (node is XText text)
            {
                words.Append(text.Value);
            }
            else if (node is XElement { Name.LocalName: "see" } see)
            {
                words.Append(Named(see.Attribute("cref")!.Value));
            }
        }

        return Spaces().Replace(words.ToString(), " ").Trim();
    }

    // "F:...AnswerKind.Refused" is the word "refused" in JSON, "P:...Address.NoFixedAddress" the field "noFixedAddress".
    private static string Named(string reference)
    {
        var name = reference.Split('(')[0].Split('.')[^1];
        return reference[0] switch
        {
            'F' => JsonNamingPolicy.KebabCaseLower.ConvertName(name),
            'P' => JsonNamingPolicy.CamelCase.ConvertName(name),
            _ => name,
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
