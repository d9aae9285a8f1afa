using MashBroker.Contracts;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

internal sealed class ThirdPartiesTests
{
    private static readonly Subject[] People =
    [
        Person("S1", SubjectRole.Child, "Zoë", "Quillmarsh"),
        Person("S2", SubjectRole.Parent, "Maren", "Quillmarsh"),
        Person("S3", SubjectRole.OtherAdult, "Will", "O'Dee"),
    ];

    [TestCase("The outcome is Early Help.", "")]
    [TestCase("Zoë will have a key worker.", "")]
    [TestCase("ZOE QUILLMARSH will have a key worker.", "")]
    [TestCase("Maren will be visited.", "S2")]
    [TestCase("Mrs quillmarsh and Mr O’Dee will be visited.", "S3")]
    [TestCase("A key worker will come.", "")]
    [TestCase("Will has moved out.", "S3")]
    public void Whoever_is_named_and_may_not_be_is_found(string text, string found) =>
        Assert.That(
            string.Join(' ', ThirdParties.NamedIn(text, People, [People[0]]).Select(person => person.Code)),
            Is.EqualTo(found)
        );

    [TestCase("Two men were seen leaving the house.", true)]
    [TestCase("TWO MEN: were seen -- leaving!", true)]
    [TestCase("Two men were seen.", false)]
    [TestCase("", false)]
    public void Five_words_in_a_row_are_borrowed(string text, bool borrowed) =>
        Assert.That(
            BorrowedWords.Are(text, ["On Friday two men were seen leaving by the back door."]),
            Is.EqualTo(borrowed)
        );

    private static Subject Person(string code, SubjectRole role, string given, string family) =>
        new()
        {
            Code = code,
            Role = role,
            Names = [new PersonName { Given = given, Family = family }],
        };
}
