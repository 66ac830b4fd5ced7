namespace PilotRegistry.Submission.Evidence;

/// <summary>Files that are not taken, and what to do.</summary>
internal static class Faults
{
    public static readonly EvidenceFault Empty = new("evidence-empty", new("文件是空的：请重新选择。", "The file is empty: choose it again."));

    public static readonly EvidenceFault Damaged = new("evidence-damaged", new(
        "文件不完整或已损坏：请重新导出或扫描后上传。", "The file is incomplete or damaged: export or scan it again and upload it."));

    public static readonly EvidenceFault UnknownType = new("evidence-type", new(
        "只接受 PDF、PNG、JPEG、.xlsx 和 CSV（按内容识别，与扩展名无关）：请转换后上传。", "Only PDF, PNG, JPEG, .xlsx and CSV are taken, by content and not by name: convert the file and upload it."));

    public static readonly EvidenceFault TwoThingsAtOnce = new("evidence-two-things", new(
        "文件末尾附有其他内容，同时是另一种文件：请只上传原件。", "Something else hangs at the end of the file, which makes it two things at once: upload the original alone."));

    public static readonly EvidenceFault TooLargeUnpacked = new("evidence-too-large-unpacked", new(
        "文件解压后过大：请删去无关内容后上传。", "Too large when unpacked: remove what does not belong and upload it."));

    public static readonly EvidenceFault Macros = new("evidence-macros", new(
        "工作簿含有宏：请另存为不含宏的 .xlsx。", "The workbook holds macros: save it as .xlsx without them."));
}
