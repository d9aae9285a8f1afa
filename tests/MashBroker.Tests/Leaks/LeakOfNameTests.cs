using MashBroker.Rules;
using MashBroker.Testing.Leaks;
using NUnit.Framework;

namespace MashBroker.Tests.Leaks;

/// <summary>Names, numbers and places where only the sentence says that they are some.</summary>
internal sealed class LeakOfNameTests
{
    // Invented; each with a name that is a word of English, or that people shorten and mishear.
    [TestCase("Angus Okafor", "obo Gus: missed Mon and Tues.")]
    [TestCase("Dimitar Cross", "Leanne and Mitko had words last night.")]
    [TestCase("Philippa Mensah", "File note: PM, 3/11, 1410hrs.")]
    [TestCase("Dawn Adeyemi", "Thanks to DA for the dates.")]
    [TestCase("Gwen Hartley", "Spoke to gh at length.")]
    [TestCase("June Lister", "Spoke to June at length.")]
    [TestCase("June Lister", "Caller: June.")]
    [TestCase("Hope Delaney", "Hope was adamant it was the left arm.")]
    [TestCase("Ruby Short", "RUBY's photos show the bruise.")]
    [TestCase("Ivy Short", "ivy explained that the cooker is broken.")]
    [TestCase("William Young", "Mr Yonge has photographs.")]
    [TestCase("Anna Fairclough", "Letter to Mrs Faircluff sent.")]
    [TestCase("Art Snow", "Regards, A Snw")]
    [TestCase("Rob West", "Offered by We-\nst.")]
    public void A_name_is_known_by_where_it_stands(string name, string text) =>
        Assert.That(Kinds(name, text), Does.Contain(LeakKind.ReferrerName));

    [TestCase("Tom Barlow", "Who does he look up to. The file does not say.")]
    [TestCase("June Lister", "Attendance fell in June.")]
    [TestCase("June Lister", "24 Jun: weighed at the surgery.")]
    [TestCase("Mark Lister", "Call-out on 30 Mar, no further action.")]
    [TestCase("Grace Wood", "Grace is being given on the arrears.")]
    [TestCase("Hope Delaney", "Hope is that Leanne will engage.")]
    [TestCase("Peter Cole", "PC Hallam attended on Sunday.")]
    [TestCase("Amber Cole", "Rated Amber at triage.")]
    [TestCase("Terence Cole", "Tel 01632 555 418 is the school.")]
    [TestCase("Margaret Cole", "Mr Hargreave is the class teacher.")]
    [TestCase("Thuy Cole", "She has one sister. They were moved in spring.")]
    [TestCase("Jack Cole", "Dr Sen saw Ella for the rash.")]
    public void A_word_of_the_same_letters_is_no_name(string name, string text) =>
        Assert.That(Kinds(name, text), Is.Empty);

    [TestCase("Letter to Jubilee Gardens (118).", LeakKind.ReferrerAddress)]
    [TestCase("118 JubileeGardens.", LeakKind.ReferrerAddress)]
    [TestCase("Text *******0461 only.", LeakKind.ReferrerTelephone)]
    [TestCase("The number starting 07700 900.", LeakKind.ReferrerTelephone)]
    [TestCase("Reply to b dot lister five eight at homepost dot example.", LeakKind.ReferrerEmail)]
    [TestCase("They went to HH on Tuesday.", LeakKind.ProtectedAddress)]
    [TestCase("New address: reading.", LeakKind.ProtectedAddress)]
    [TestCase("Leanne went to Reading on Tuesday.", LeakKind.ProtectedAddress)]
    public void A_number_or_a_place_is_known_by_where_it_stands(string text, LeakKind kind) =>
        Assert.That(Kinds("Beryl Lister", text), Does.Contain(kind));

    [TestCase("Reading age is 6.")]
    [TestCase("Log 0377 of 3/11 refers.")]
    [TestCase("Rent arrears of £4.61, and the number 55 bus.")]
    public void A_figure_or_a_word_elsewhere_is_no_place(string text) =>
        Assert.That(Kinds("Beryl Lister", text), Is.Empty);

    private static IEnumerable<LeakKind> Kinds(string name, string text) =>
        LeakCheck
            .Of(Family(name).Contact("Concern."))
            .Look([new OutgoingText("concernSummary", text)])
            .Findings.Select(finding => finding.Kind);

    private static LeakFamily Family(string name) =>
        new()
        {
            Child = "Ella",
            Mother = "Leanne",
            Surname = "Penrose",
            Home = "33 Parkside Mews",
            HomePostcode = "LE67 4ND",
            Given = name.Split(' ')[0],
            Family = name.Split(' ')[1],
            Role = "Childminder",
            Telephone = "07700 900461",
            Email = "b.lister58@homepost.example",
            HouseNumber = "118",
            Street = "Jubilee Gardens",
            Town = "Kettleby",
            Postcode = "L1 1QT",
            Hidden = new HiddenPlace("Harebell House", "22", "Signal Street", "Reading", "RG4 8WN", "100120554871"),
        };
}
