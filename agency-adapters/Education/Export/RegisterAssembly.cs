using MashBroker.Adapters.Education.Pupils;

namespace MashBroker.Adapters.Education.Export;

/// <summary>Puts the files together: everything of a pupil with the pupil, every contact once.</summary>
internal static class RegisterAssembly
{
    public static Register Assemble(RegisterFiles files)
    {
        var pupilLines = files.Pupils();
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (pupilLines.FirstOrDefault(line => !known.Add(line.PupilId)) is { } repeated)
        {
            throw repeated.Line.Fault("has a pupil_id that an earlier line has");
        }

        var pupils = pupilLines.Select(line => line.Value).ToList();
        var attendance = OfPupils(files.Attendance(), known);
        var exclusions = OfPupils(files.Exclusions(), known);
        var needs = OfPupils(files.SpecialNeeds(), known);
        var concerns = OfPupils(files.Concerns(), known);
        var contactLines = files.Contacts();
        OfPupils(contactLines, known);
        var contacts = contactLines
            .GroupBy(line => line.Value.Id, StringComparer.Ordinal)
            .Select(lines => Join(lines.Select(line => line.Value).ToList()))
            .ToList();
        var contactsOf = contacts
            .SelectMany(contact => contact.Links.Select(link => (link.PupilId, Contact: contact)))
            .ToLookup(pair => pair.PupilId, pair => pair.Contact, StringComparer.Ordinal);

        var complete = pupils
            .Select(pupil =>
                pupil with
                {
                    Attendance = [.. attendance[pupil.Id]],
                    Exclusions = [.. exclusions[pupil.Id]],
                    SpecialNeeds = [.. needs[pupil.Id]],
                    Concerns = [.. concerns[pupil.Id]],
                    Contacts = [.. contactsOf[pupil.Id].Distinct()],
                }
            )
            .ToList();
        return new Register(WithTransfers(complete, files.Transfers()), contacts);
    }

    // A line of a pupil who is not in the pupils file means that the export is incomplete: that pupil would be "unknown".
    private static ILookup<string, T> OfPupils<T>(List<OfPupil<T>> lines, HashSet<string> known)
    {
        var stray = lines.FirstOrDefault(line => !known.Contains(line.PupilId));
        return stray is null
            ? lines.ToLookup(line => line.PupilId, line => line.Value, StringComparer.Ordinal)
            : throw stray.Line.Fault("has a pupil_id that is not in the pupils file");
    }

    private static Contact Join(List<Contact> lines) =>
        lines[0] with
        {
            Names = [.. lines.SelectMany(line => line.Names).Distinct()],
            DateOfBirth = lines.Select(line => line.DateOfBirth).FirstOrDefault(date => date is not null),
            Addresses =
            [
                .. lines.SelectMany(line => line.Addresses).DistinctBy(a => (string.Join('\n', a.Lines), a.Postcode)),
            ],
            // Protected on one line is protected: the school may have been told by one child's parent only.
            AddressProtected = lines.Any(line => line.AddressProtected),
            Telephones = [.. lines.SelectMany(line => line.Telephones).Distinct(StringComparer.Ordinal)],
            Links = [.. lines.SelectMany(line => line.Links)],
        };

    private static List<Pupil> WithTransfers(List<Pupil> pupils, List<Pupil> transfers)
    {
        var all = pupils.ToList();
        foreach (var transfer in transfers)
        {
            var index = all.FindIndex(pupil => IsSamePupil(pupil, transfer));
            if (index < 0)
            {
                all.Add(transfer);
                continue;
            }

            var pupil = all[index];
            all[index] = pupil with
            {
                FormerUpn = pupil.FormerUpn ?? transfer.FormerUpn ?? (transfer.Upn == pupil.Upn ? null : transfer.Upn),
                Names =
                [
                    .. pupil
                        .Names.Concat(transfer.Names.Select(n => n with { Use = Contracts.NameUse.Previous }))
                        .DistinctBy(n => (n.Given, n.Family)),
                ],
                Enrolments = [.. pupil.Enrolments, .. transfer.Enrolments],
                Attendance = [.. pupil.Attendance, .. transfer.Attendance],
                SpecialNeeds = [.. pupil.SpecialNeeds, .. transfer.SpecialNeeds],
            };
        }

        return all;
    }

    // A number alone is not enough: numbers are mistyped, and another child's history would be handed out.
    private static bool IsSamePupil(Pupil pupil, Pupil transfer) =>
        new[] { pupil.Upn, pupil.FormerUpn }
            .OfType<string>()
            .Intersect(new[] { transfer.Upn, transfer.FormerUpn }.OfType<string>(), StringComparer.OrdinalIgnoreCase)
            .Any()
        && pupil.DateOfBirth == transfer.DateOfBirth;
}
