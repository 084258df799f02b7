//! Faults in words, from the patterns of the interface.

use super::fault::{Fault, FaultKind};
use crate::model::Status;
use crate::model::messages::{Messages, fill};
use crate::timeline::words::words;

words! {
    /// The patterns of faults.
    FileWords {
        file_row, file_line, file_field, file_whole_row,
        file_missing, file_not_a_date, file_too_long, file_unknown_status, file_end_before_start, file_double_id, file_bad_id,
        file_too_many_lanes, file_not_a_weight, file_not_yes_or_no, file_not_a_record, file_too_many_cells, file_open_quote,
        file_syntax, file_lacks, file_empty, file_too_many, file_more,
    }
}

impl FileWords {
    /// Says what is wrong, where, and what to do.
    #[must_use]
    pub fn say(&self, fault: &Fault) -> String {
        let what = self.say_what(fault);
        if fault.row == 0 {
            return what;
        }
        let row = [("row", &*fault.row.to_string())];
        let row = match fault.line {
            Some(line) => fill(&self.file_line, &[row[0], ("line", &line.to_string())]),
            None => fill(&self.file_row, &row),
        };
        // What the file says comes last, for it may hold braces of its own.
        match fault.field {
            "" => fill(&self.file_whole_row, &[("row", &row), ("fault", &what)]),
            field => fill(&self.file_field, &[("row", &row), ("field", field), ("fault", &what)]),
        }
    }

    fn say_what(&self, fault: &Fault) -> String {
        let number = |pattern: &str, n: usize| fill(pattern, &[("n", &n.to_string())]);
        let value = |pattern: &str, value: &str| fill(pattern, &[("value", value)]);
        match &fault.kind {
            FaultKind::Missing if fault.row == 0 => {
                fill(&self.file_lacks, &[("field", fault.field)])
            }
            FaultKind::Missing => self.file_missing.clone(),
            FaultKind::NotADate(text) => value(&self.file_not_a_date, text),
            FaultKind::TooLong(most) => number(&self.file_too_long, *most),
            FaultKind::UnknownStatus(text) => {
                let mut known = String::new();
                for status in Status::ALL {
                    if !known.is_empty() {
                        known.push_str(", ");
                    }
                    known.push_str(status.word());
                }
                fill(&self.file_unknown_status, &[("known", &known), ("value", text)])
            }
            FaultKind::EndBeforeStart => self.file_end_before_start.clone(),
            FaultKind::DoubleId(text) => value(&self.file_double_id, text),
            FaultKind::BadId(text) => value(&self.file_bad_id, text),
            FaultKind::TooManyLanes(text) => value(&self.file_too_many_lanes, text),
            FaultKind::NotAWeight(text) => value(&self.file_not_a_weight, text),
            FaultKind::NotYesOrNo(text) => value(&self.file_not_yes_or_no, text),
            FaultKind::NotARecord => self.file_not_a_record.clone(),
            FaultKind::TooManyCells => self.file_too_many_cells.clone(),
            FaultKind::OpenQuote => self.file_open_quote.clone(),
            FaultKind::Syntax { line, column } => {
                let [line, column] = [line, column].map(ToString::to_string);
                fill(&self.file_syntax, &[("line", &line), ("column", &column)])
            }
            FaultKind::Empty => self.file_empty.clone(),
            FaultKind::TooMany(most) => number(&self.file_too_many, *most),
            FaultKind::More(count) => number(&self.file_more, *count),
        }
    }
}
