import type * as rpc from '../gen/rpc'

/** The methods of the engine that the page calls, with their parameters and results. */
export interface Methods {
  hello: { params: rpc.HelloParams; result: rpc.HelloResult }
  open: { params: rpc.OpenParams; result: rpc.View }
  view: { params: rpc.ViewParams; result: rpc.View }
  edit: { params: rpc.EditParams; result: rpc.View }
  undo: { params: rpc.StepParams; result: rpc.View }
  redo: { params: rpc.StepParams; result: rpc.View }
  save: { params: rpc.StepParams; result: rpc.DocumentResult }
  report: { params: rpc.ReportParams; result: rpc.ReportResult }
  new: { params: rpc.NewParams; result: rpc.DocumentResult }
  calendar: { params: rpc.CalendarParams; result: rpc.CalendarResult }
  parseRule: { params: rpc.ParseRuleParams; result: rpc.ParseRuleResult }
  parseDate: { params: rpc.ParseDateParams; result: rpc.ParseDateResult }
}
