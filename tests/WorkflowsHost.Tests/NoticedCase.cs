using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>A park's case with one task for its province, and people of the test's own.</summary>
internal sealed class NoticedCase(WorkflowsService service)
{
    private const string Task =
        "<userTask id=\"check\" name=\"形式审查\"><documentation>Check of completeness\nPeriod: ten working days</documentation><extensionElements><z:userTask/><z:formDefinition formKey=\"application-completeness\"/><z:assignmentDefinition candidateGroups=\"province\"/><z:taskSchedule dueDate=\"=&quot;P10WD&quot;\"/></extensionElements></userTask>";

    public const string ParkName = "演示零碳园区";

    public Guid Park { get; } = Guid.CreateVersion7();

    /// <summary>Of the case's province, which is this test's alone.</summary>
    public Persona Reviewer { get; } = Persona.OfProvince with { Id = Guid.CreateVersion7(), Province = $"{Guid.CreateVersion7():N}"[^6..] };

    public async Task<Guid> OpenAsync(string name = ParkName) => OpenRows.TaskId(await service.StartedAsync(
        d => d.Start().Raw(Task).End().Paths("start check end"),
        ("park", FeelValue.Of(Park.ToString())), ("name", FeelValue.Of(name)), ("province", FeelValue.Of(Reviewer.Province!))), 2);

    /// <summary>Identity knows the reviewer, by this address.</summary>
    public void Knows(Persona who, string? email) => service.Others.People[who.Id] = (who, "演示·省级", email);

    public Task ChooseAsync(Persona who, bool mail = true, bool daily = false, string language = "zh") =>
        service.As(who).SendAsync(HttpMethod.Put, "/notices/settings", new { mail, daily, language });

    /// <summary>Mails to this address, as soon as there are so many; fails after ten seconds.</summary>
    public Task<IReadOnlyList<ReceivedMail>> MailsToAsync(string address, int count) => new MailFolder(service.Mails).ToAsync(address, count);

    /// <summary>Waits until every notice about the case found its readers.</summary>
    public async Task AddressedAsync()
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if (await service.AsOwnerAsync("select count(*) from notices_to_post p join notices n on n.id = p.notice where n.park = $1", Park) is 0L) return;
            await System.Threading.Tasks.Task.Delay(50);
        }

        throw new TimeoutException("A notice has no readers.");
    }

    /// <summary>The sender, with a clock and a mail server of the test's own.</summary>
    public SendLetters Sender(SettableClock clock, int port) => new(
        service.Of<EventDatabase>(), service.Instances, service.Of<Addressees>(), service.Of<LetterBook>(),
        new Post(Options.Create(new MailSettings { From = "desk@registry.example", Smtp = new() { Host = "127.0.0.1", Port = port, Tls = false } })),
        clock, NullLogger<SendLetters>.Instance);

    /// <summary>A clock a little after the next day's mail is due, and more than a minute before the one after it.</summary>
    public SettableClock Morning()
    {
        var clock = new SettableClock();
        clock.Advance(AddressNotices.NextMorning(service.Of<Calendars>().Current, clock.GetUtcNow()) - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        return clock;
    }

    public static async Task SendAllAsync(SendLetters sender)
    {
        using (sender)
        {
            while (await sender.RoundAsync(default))
            {
            }
        }
    }

    /// <summary>The reviewer's newest notice.</summary>
    public async Task<JsonElement> ItemAsync() => (await service.As(Reviewer).ReadAsync("/notices")).GetProperty("items")[0];

    /// <summary>What a host does whose mail is off.</summary>
    public AddressNotices Silent() => new(
        service.Of<EventDatabase>(), service.Instances, service.Of<Addressees>(), new Post(Options.Create(new MailSettings())), service.Of<Calendars>(), TimeProvider.System,
        NullLogger<AddressNotices>.Instance);
}
