namespace MashBroker.Testing.Leaks;

/// <summary>What people are worried about: clauses that can follow "that", and things that can follow "about".</summary>
internal static class EighthWorries
{
    public static readonly IReadOnlyList<string> Clauses =
    [
        "{child} is left alone in the evenings",
        "{child} is shouted at most nights",
        "{child} is out on the street after ten at night",
        "{child} has been in the same clothes all week",
        "there is hardly any food in the house",
        "strangers come and go until the small hours",
        "{mother} is drinking from the morning on",
        "{mother} can barely be woken by lunchtime",
        "{mother}'s new boyfriend hits {child}",
        "{child} cries for hours and nobody comes",
        "{child} was locked out in the rain on {day}",
        "{child} had a bruise on {his} cheek last weekend",
        "{child} is not taken to school most Mondays",
        "the heating has been off since {month}",
        "the back garden is full of broken glass and dog mess",
        "{mother} smokes cannabis in front of {child}",
        "{child} is sent out begging for cigarettes",
        "{child} has to look after the baby",
        "a man was seen dragging {child} indoors by the arm",
        "{mother} said she could not cope any longer",
        "{child} sleeps on a mattress on the floor",
        "there was screaming and the sound of things being thrown on {day}",
        "{child} flinches when anyone raises a hand",
        "{child} goes round asking people for something to eat",
        "{mother} leaves {child} with people she hardly knows",
        "{child} was playing on the balcony rail with no adult about",
        "{child} has not been seen for over a week",
        "{child} is called names and told nobody wants {him}",
        "{child}'s coat and shoes are far too small",
        "the front door stands open all night",
    ];

    public static readonly IReadOnlyList<string> Things =
    [
        "the shouting at night",
        "{child} being left on {his} own",
        "the state of the house",
        "{mother}'s drinking",
        "bruises on {child}'s arms",
        "how thin {child} has become",
        "the men who visit",
        "what goes on there at weekends",
        "{child} being out so late",
        "the way {child} is spoken to",
    ];
}
